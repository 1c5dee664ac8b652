/** Major and minor number of a terminal by its name in the log (`pts3`, `tty1`, `ttyS0`), per Linux' devices.txt. */
export const toTerminalDevice = (tty: string): { major: number; minor: number } | undefined => {
  const match = /^(pts\/?|ttyS|tty)(\d{1,7})$/.exec(tty);
  const number = Number(match?.[2]);
  switch (match?.[1]) {
    case 'pts':
    case 'pts/':
      return { major: 136, minor: number };
    case 'tty':
      return { major: 4, minor: number };
    case 'ttyS':
      return { major: 4, minor: 64 + number };
    default:
      return undefined;
  }
};
