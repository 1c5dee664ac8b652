import { parseEventLine } from '../../engines/scan/lines/parse_event_line';
import type { EventSource } from '../../common/event/source_event';

export interface PlainEvent {
  readonly line: number;
  readonly source: EventSource;
}

export interface PlainScan {
  readonly events: readonly PlainEvent[];
  readonly lines: number;
  /** `3: not valid JSON` */
  readonly wrong: readonly string[];
}

const NEWLINE = 10;

/** Reads NDJSON in the way that is slow and obviously right: every line is decoded and parsed. */
export const scanPlainly = (data: Buffer): PlainScan => {
  const events: PlainEvent[] = [];
  const wrong: string[] = [];
  const hasMark = data.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]));
  let line = 0;
  for (let start = hasMark ? 3 : 0; start < data.length;) {
    const found = data.indexOf(NEWLINE, start);
    const end = found === -1 ? data.length : found;
    line += 1;
    const parsed = parseEventLine(data.subarray(start, end).toString('utf8'));
    if (parsed.kind === 'event') events.push({ line, source: parsed.source });
    if (parsed.kind === 'wrong') wrong.push(`${line}: ${parsed.reason}`);
    start = end + 1;
  }
  return { events, lines: line, wrong };
};
