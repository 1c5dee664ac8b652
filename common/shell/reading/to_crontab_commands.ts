const ENTRY = /^[ \t]*(?:@\w+|(?:[\d*,/-]{1,60}[ \t]+){4}[\w*,/-]{1,60})[ \t]+([^]*)$/;

/** The commands of a crontab, one a line; lines of another form stay. */
export const toCrontabCommands = (text: string): string =>
  text
    .split('\n')
    .map((line) => ENTRY.exec(line)?.[1] ?? line)
    .join('\n');
