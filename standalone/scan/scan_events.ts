import type { Requirement } from '../../common/eql/required_literals';
import type { EventSource } from '../../common/event/source_event';
import type { ByteSource } from './byte_source';
import { createFieldPicker } from './field_picker';
import { createLineFilter } from './line_filter';
import type { LineFilter } from './line_filter';
import { createLineReader } from './line_reader';
import type { LineReader } from './line_reader';
import { readWindows } from './read_windows';
import type { Window, WindowOptions } from './read_windows';
import type { ScanReport } from './scan_report';
import { createKernel } from './simd/create_kernel';

/** What to read of which lines. Plain data, so that it can be sent to a thread. */
export interface ScanPlan extends WindowOptions {
  /** Lines that meet none of these are passed over. */
  readonly requirements: readonly Requirement[];
  /** Dotted paths of the fields to read. */
  readonly fields: readonly string[];
  /** Whether lines that are passed over are checked to be valid JSON, too. */
  readonly checksLines: boolean;
  /** Whether events bring their whole line. */
  readonly keepsText: boolean;
}

/** An event as a scan finds it. */
export interface ScannedEvent {
  /** The fields asked for, and perhaps others. */
  readonly source: EventSource;
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** The line as it stands in the file, when asked for. */
  readonly text: string | undefined;
}

/**
 * Reads the events of NDJSON that may match, window by window, without parsing what can not.
 * Blank lines are no events; lines that are no JSON object are reported, and the scan goes on.
 */
export async function* scanEvents(
  source: ByteSource,
  plan: ScanPlan,
  report: ScanReport
): AsyncGenerator<ScannedEvent[]> {
  const kernel = createKernel();
  const pick = createFieldPicker(kernel, plan.fields);
  let filter: LineFilter | undefined;
  for await (const window of readWindows(kernel, source, report, plan)) {
    filter ??= createLineFilter(kernel, plan.requirements, window);
    const reader = createLineReader({ kernel, plan, report, pick, window, file: source.name });
    if (plan.checksLines) reader.checkLines();
    yield readEvents(filter, window, reader);
  }
}

const readEvents = (
  filter: LineFilter,
  { start, end }: Window,
  reader: LineReader
): ScannedEvent[] => {
  const events: ScannedEvent[] = [];
  for (let line = filter.findLine(start, end); line !== undefined;) {
    const event = reader.readLine(line);
    if (event !== undefined) events.push(event);
    line = filter.findLine(line.end + 1, end);
  }
  return events;
};
