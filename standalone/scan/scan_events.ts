import type { ByteSource } from './byte_source';
import { createFieldPicker } from './field_picker';
import { createLineFilter } from './line_filter';
import type { LineFilter } from './line_filter';
import { createLineReader } from './line_reader';
import type { LineReader } from './line_reader';
import { readWindows } from './read_windows';
import type { Window } from './read_windows';
import type { ScanPlan } from './scan_plan';
import type { ScanReport } from './scan_report';
import type { ScannedEvent } from './scanned_event';
import { createKernel } from './simd/create_kernel';

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
