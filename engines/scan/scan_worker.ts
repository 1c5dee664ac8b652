/** A scanning thread: reads the parts it is sent and answers with the events that the query can use. */
import { parentPort, workerData } from 'node:worker_threads';
import { parseEql } from '../../common/eql/parse_eql';
import { openEvents } from './source/open_events';
import { openFile } from './source/open_file';
import { scanEvents } from './scan_events';
import type { ScannedEvent } from './scanned_event';
import type { FilePart, PartResult, ScanTask } from './scan_message';
import { createScanReport } from './scan_report';
import { toUseTest } from './search_plan';

const port = parentPort;
if (!port) throw new Error('scan_worker runs in a worker thread only');

const { queryText, options, plan }: ScanTask = workerData.data;
const isOfUse = toUseTest(parseEql(queryText), options);

const readPart = async ({ file, range }: FilePart): Promise<PartResult> => {
  const source = range === undefined ? await openEvents(file) : openFile(file, range);
  const report = createScanReport(file);
  const isRest = range !== undefined && range.start > 0;
  const events: ScannedEvent[] = [];
  try {
    for await (const batch of scanEvents(source, { ...plan, isRest }, report)) {
      for (const event of batch) if (isOfUse(event.source)) events.push(event);
    }
  } finally {
    await source.close();
  }
  return { events, report };
};

port.on('message', (part: FilePart) => {
  // A file that can't be read ends the thread with that error, which the other side gets.
  void readPart(part).then((result) => port.postMessage(result));
});
