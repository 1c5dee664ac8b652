import type { ByteSource } from './source/byte_source';
import { createFieldPicker } from './lines/field_picker';
import { createLineFilter } from './literals/line_filter';
import { createLineReader } from './lines/line_reader';
import type { LineReader } from './lines/line_reader';
import { readWindows } from './lines/read_windows';
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
  const picker = createFieldPicker(kernel, plan.fields);
  let reader: LineReader | undefined;
  for await (const window of readWindows(kernel, source, report, plan)) {
    if (reader === undefined) {
      const filter = createLineFilter(kernel, plan.requirements, window);
      reader = createLineReader({ kernel, filter, picker, fields: plan.fields, report });
    }
    const events: ScannedEvent[] = [];
    for (let start = window.start; start < window.end; start = reader.next) {
      report.lines += 1;
      const event = reader.read(start);
      if (event === undefined) continue;
      const text = plan.keepsText
        ? kernel.bytes.toString('utf8', start, reader.next - 1)
        : undefined;
      events.push({ source: event, file: source.name, line: report.lines, text });
    }
    yield events;
  }
}
