/** All records of one serial, in the order of the log. */
export interface AuditEvent {
  readonly serial: number;
  /** Seconds since 1970. */
  readonly time: number;
  readonly pid: number | undefined;
  readonly lines: string[];
}

const HEADER = /^type=\S+ msg=audit\((\d+\.\d+):(\d+)\): /;
const PID = / pid=(\d+)/;

/** Cuts whole events out of a log. Their lines stay as they were and in the log's order, interleaved or not. */
export const cutAuditLog = (
  log: string,
  isWanted: (event: AuditEvent) => boolean
): { readonly events: AuditEvent[]; readonly text: string } => {
  const events = new Map<number, AuditEvent>();
  const lines: { readonly text: string; readonly serial: number }[] = [];
  for (const text of log.split('\n')) {
    const header = HEADER.exec(text);
    if (!header) continue;
    const serial = Number(header[2]);
    const event = events.get(serial);
    if (event) event.lines.push(text);
    else {
      const pid = PID.exec(text)?.[1];
      const time = Number(header[1]);
      events.set(serial, { serial, time, pid: pid ? Number(pid) : undefined, lines: [text] });
    }
    lines.push({ text, serial });
  }
  const wanted = new Map([...events].filter(([, event]) => isWanted(event)));
  return {
    events: [...wanted.values()].sort((one, other) => one.serial - other.serial),
    text: lines
      .filter(({ serial }) => wanted.has(serial))
      .map(({ text }) => `${text}\n`)
      .join(''),
  };
};
