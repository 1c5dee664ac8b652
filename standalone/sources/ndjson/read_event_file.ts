import { hash } from 'node:crypto';
import { z } from 'zod';
import type { SourceEvent } from '../../../common/event/source_event';
import { openEvents, readPieces } from '../../../engines/scan';
import type { EventBatch } from '../../store/event_records';
import { parseExportLine, type LineProblem } from './parse_export_line';
import { splitLines } from './split_lines';

/** How far a file has been read. */
const positionSchema = z.object({
  /** Hash of the first line: another file under the same name begins anew. */
  firstLine: z.string(),
  lines: z.number(),
});

export interface FileReport {
  lines: number;
  events: number;
  badLines: number;
  /** The first of them. */
  readonly problems: { readonly line: number; readonly problem: LineProblem }[];
}

const MOST_PROBLEMS = 10;
const BATCH_SIZE = 1000;

/**
 * The events of one file, in whatever form it holds them, in batches, each with the position it leads to.
 * @param position what was stored with the last batch of an earlier reading: the lines before it are passed over
 * @param report is brought up to date with each batch
 */
export async function* readEventFile(
  path: string,
  position: unknown,
  report: FileReport
): AsyncIterable<EventBatch> {
  const known = positionSchema.safeParse(position);
  let firstLine: string | undefined;
  let skip = 0;
  let events: SourceEvent[] = [];
  const finishBatch = (): EventBatch => {
    const batch = {
      events,
      mayRepeat: true,
      position: { source: path, position: { firstLine, lines: report.lines } },
    };
    events = [];
    return batch;
  };
  try {
    for await (const lines of splitLines(openFile(path))) {
      for (const { text, isTooLong } of lines) {
        if (firstLine === undefined) {
          firstLine = hash('sha256', text, 'hex');
          if (known.success && known.data.firstLine === firstLine) skip = known.data.lines;
        }
        report.lines += 1;
        if (report.lines <= skip || (text.trim() === '' && !isTooLong)) continue;
        const event = isTooLong ? 'too_long' : parseExportLine(text);
        if (typeof event === 'string') {
          report.badLines += 1;
          if (report.problems.length < MOST_PROBLEMS) {
            report.problems.push({ line: report.lines, problem: event });
          }
        } else {
          report.events += 1;
          events.push(event);
          if (events.length >= BATCH_SIZE) yield finishBatch();
        }
      }
    }
  } catch (error) {
    // What stands before the damage is read.
    if (report.lines > skip) yield finishBatch();
    throw error;
  }
  if (report.lines > skip) yield finishBatch();
}

async function* openFile(path: string): AsyncIterable<Buffer> {
  yield* readPieces(await openEvents(path));
}
