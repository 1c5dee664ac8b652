import type { EventSource } from '../../../common/event/source_event';
import type { FieldPicker } from './field_picker';
import { FieldPresence } from './field_presence';
import type { LineFilter } from '../literals/line_filter';
import { parseEventLine } from './parse_event_line';
import { addWrongLine } from '../scan_report';
import type { ScanReport } from '../scan_report';
import { createShapeBook } from './shape_book';
import type { Kernel } from '../simd/create_kernel';

/** Reads line after line, each of which must end with a newline. */
export interface LineReader {
  /** The event on a line if it may match. A line that is no JSON object is reported by its number in `report.lines`. */
  read(start: number): EventSource | undefined;
  /** Behind the newline of the line that was read last. */
  readonly next: number;
}

interface LineReaderOptions {
  readonly kernel: Kernel;
  readonly filter: LineFilter;
  /** Undefined to read whole events. */
  readonly picker: FieldPicker | undefined;
  /** Those whose presence is noted in the report. */
  readonly fields: readonly string[];
  readonly report: ScanReport;
}

const NEWLINE = 10;
const OPEN_BRACE = 0x7b;

export const createLineReader = ({
  kernel,
  filter,
  picker,
  fields,
  report,
}: LineReaderOptions): LineReader => {
  const presence = new FieldPresence(fields, report);
  const book = createShapeBook(kernel, (gaps) => {
    presence.seeShape(gaps);
    return { mayMatch: filter.forShape(gaps), pick: picker?.forShape(gaps) };
  });
  let next = 0;
  const parse = (start: number): EventSource | undefined => {
    const parsed = parseEventLine(kernel.bytes.toString('utf8', start, next - 1));
    if (parsed.kind === 'wrong') {
      const { reason, form } = parsed;
      addWrongLine(report, { line: report.lines, reason, ...(form && { form }) });
    }
    if (parsed.kind === 'blank') report.blankLines += 1;
    if (parsed.kind !== 'event') return undefined;
    if (!presence.isComplete) presence.see(parsed.source);
    return parsed.source;
  };
  const readStranger = (start: number): EventSource | undefined => {
    const newline = kernel.skipLine(start);
    if (newline === 0) {
      next = kernel.bytes.indexOf(NEWLINE, start) + 1;
      // What the kernel refuses may still be good: it goes only so deep.
      return parse(start);
    }
    next = newline + 1;
    let object = start;
    while (object < newline && kernel.bytes[object] !== OPEN_BRACE) object += 1;
    if (object === newline) {
      report.blankLines += 1;
      return undefined;
    }
    book.learn(start, next);
    if (!presence.isComplete) {
      const source = picker === undefined ? parse(start) : picker.pick(object);
      if (source) presence.see(source);
    }
    if (!filter.mayMatch(start, newline)) return undefined;
    return picker === undefined ? parse(start) : picker.pick(object);
  };
  return {
    read: (start) => {
      const shape = book.find(start);
      if (shape === undefined) return readStranger(start);
      next = kernel.toLine(shape.length);
      const { mayMatch, pick } = shape.use;
      if (!mayMatch(start, next - 1)) return undefined;
      return pick === undefined ? parse(start) : pick();
    },
    get next() {
      return next;
    },
  };
};
