import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { startWorker } from '../worker';
import { cutFile } from './source/cut_file';
import { canBeCut } from './source/open_events';
import type { ScannedEvent } from './scanned_event';
import type { FilePart, PartResult, ScanTask } from './scan_message';
import { appendReport, createScanReport } from './scan_report';
import type { ScanReport } from './scan_report';

const PART_SIZE = 64 * 1024 * 1024;

/**
 * Reads files with several threads, each of which takes the next part when it is done with one. Events come in the order
 * of the files all the same, and only those that the query can use.
 * @param reports gets a report for each file as soon as its first part is read
 * @throws Error of `node:fs` or `node:zlib` when a file can't be read
 */
export async function* scanInThreads(
  files: readonly string[],
  task: ScanTask,
  threads: number,
  reports: ScanReport[],
  partSize = PART_SIZE
): AsyncGenerator<ScannedEvent[]> {
  const parts = files.flatMap((file) => toParts(file, partSize));
  const queue = parts.map((part) => createPending(part));
  const workers = Array.from({ length: Math.min(threads, parts.length) }, () =>
    startWorker({ entry: new URL('./scan_worker.mjs', import.meta.url), data: task })
  );
  const waiting = [...queue];
  try {
    for (const worker of workers) void work(worker, waiting);
    for (const { part, result } of queue) {
      const { events, report } = await result;
      yield addPart(part, events, report, reports);
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

const toParts = (file: string, partSize: number): FilePart[] =>
  canBeCut(file)
    ? cutFile(file, partSize).map((range) => ({ file, range }))
    : [{ file, range: undefined }];

interface PendingPart {
  readonly part: FilePart;
  readonly result: Promise<PartResult>;
  settle(outcome: Promise<PartResult>): void;
}

const createPending = (part: FilePart): PendingPart => {
  let settle: PendingPart['settle'] = () => undefined;
  const result = new Promise<PartResult>((resolve) => {
    settle = resolve;
  });
  // It is awaited in its turn; an error before that is no unhandled one.
  result.catch(() => undefined);
  return { part, result, settle };
};

/** Lets a thread read one part after the other, until one can't be read. */
const work = async (worker: Worker, waiting: PendingPart[]): Promise<void> => {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const answer = once(worker, 'message').then(([result]: PartResult[]) => result);
    worker.postMessage(next.part);
    const result = answer.then((given) => given ?? Promise.reject(new Error('no answer')));
    next.settle(result);
    if (await hasFailed(result)) return;
  }
};

const hasFailed = (result: Promise<unknown>): Promise<boolean> =>
  result.then(
    () => false,
    () => true
  );

/** Counts lines on from the parts before. */
const addPart = (
  { file }: FilePart,
  events: readonly ScannedEvent[],
  part: ScanReport,
  reports: ScanReport[]
): ScannedEvent[] => {
  let report = reports.at(-1);
  if (report?.file !== file) {
    report = createScanReport(file);
    reports.push(report);
  }
  const { lines } = report;
  appendReport(report, part);
  return events.map((event) => ({ ...event, line: lines + event.line }));
};
