import type { EventSource } from '../../common/event/source_event';
import type { FieldPicker } from './field_picker';
import type { Line } from './line_filter';
import { parseEventLine } from './parse_event_line';
import { createLineCounter } from './read_windows';
import type { Window } from './read_windows';
import type { ScanPlan } from './scan_plan';
import type { ScannedEvent } from './scanned_event';
import { addWrongLine } from './scan_report';
import type { ScanReport } from './scan_report';
import type { Kernel } from './simd/create_kernel';

interface LineContext {
  readonly kernel: Kernel;
  /** Undefined to read whole events. */
  readonly pick: FieldPicker | undefined;
  readonly plan: ScanPlan;
  readonly report: ScanReport;
  readonly window: Window;
  readonly file: string;
}

/** Turns lines of one window into events. */
export interface LineReader {
  /** Looks for lines that are no JSON object and reports them. */
  checkLines(): void;
  /** The event on a line, or undefined when there is none. Lines must come in order. */
  readLine(line: Line): ScannedEvent | undefined;
}

const NEWLINE = 10;
const OPEN_BRACE = 0x7b;

export const createLineReader = (context: LineContext): LineReader => {
  const { kernel, pick, plan, window, file } = context;
  /** Starts of lines that the kernel refused: wrong ones, and good ones that are nested too deeply for it. */
  const refused = new Map<number, EventSource | undefined>();
  const readSource = ({ start, end }: Line): EventSource | undefined => {
    if (plan.checksLines && refused.has(start)) return refused.get(start);
    const isGood = plan.checksLines || kernel.findWrongLine(start, end + 1) > end;
    if (isGood && pick !== undefined) {
      const object = kernel.findByte(start, end, OPEN_BRACE);
      return object === end ? undefined : pick(object);
    }
    return parseRefused(context, { start, end }, () => window.toLineNumber(start));
  };
  return {
    checkLines: () => {
      const toWrongNumber = createLineCounter(kernel, window.start, window.firstLine);
      let at = kernel.findWrongLine(window.start, window.end);
      while (at < window.end) {
        const line = { start: at, end: kernel.findByte(at, window.end, NEWLINE) };
        refused.set(
          line.start,
          parseRefused(context, line, () => toWrongNumber(line.start))
        );
        at = kernel.findWrongLine(line.end + 1, window.end);
      }
    },
    readLine: (line) => {
      const source = readSource(line);
      if (source === undefined) return undefined;
      const text = plan.keepsText ? kernel.bytes.toString('utf8', line.start, line.end) : undefined;
      return { source, file, line: window.toLineNumber(line.start), text };
    },
  };
};

/** Asks `JSON.parse` about a line that the kernel refused, and reports it if that refuses it, too. */
const parseRefused = (
  { kernel, report }: LineContext,
  { start, end }: Line,
  toLineNumber: () => number
): EventSource | undefined => {
  const parsed = parseEventLine(kernel.bytes.toString('utf8', start, end));
  if (parsed.kind === 'event') return parsed.source;
  if (parsed.kind === 'wrong')
    addWrongLine(report, { line: toLineNumber(), reason: parsed.reason });
  return undefined;
};
