import { parentPort, workerData } from 'node:worker_threads';
import type { SourceEvent } from '../../common/event/source_event';
import { i18n } from '../kibana/i18n';
import { createEventInput } from '../sources/create_event_input';
import type { EventBatch, EventRecords, PackedBatch } from '../store/event_records';
import { openEventRecords } from '../store/open_event_records';
import { createReportingLogger } from './create_reporting_logger';
import { ingest } from './ingest';
import type { IngestCommand, IngestReport, IngestStart } from './ingest_message';
import { createStandingTests, findOldestTime, type ArrivedMatches } from './standing_query';

/** Reads and stores events in a thread of its own, so that the host answers its users however many arrive. */
if (!parentPort) throw new Error('This module runs in a worker thread.');
const port = parentPort;
const { data } = workerData as { data: IngestStart };
const report = (message: IngestReport): void => port.postMessage(message);
const logger = createReportingLogger(report);

const stopping = new AbortController();
let findMatches = createStandingTests(data.queries);
let packed = 0;
let stored = 0;
/** Commands that wait until what was looked at with the former queries is stored. */
let watches: { readonly id: number; readonly after: number }[] = [];

const reportWatching = (): void => {
  for (const { id } of watches.filter(({ after }) => after <= stored))
    report({ kind: 'watching', id });
  watches = watches.filter(({ after }) => after > stored);
};

port.on('message', (command: IngestCommand) => {
  switch (command.kind) {
    case 'watch':
      findMatches = createStandingTests(command.queries);
      watches.push({ id: command.id, after: packed });
      return reportWatching();
    case 'stop':
      return stopping.abort();
  }
});

interface SearchedBatch {
  readonly batch: PackedBatch;
  readonly matches: readonly ArrivedMatches[];
}

const pack = async (batch: EventBatch, events: EventRecords): Promise<SearchedBatch> => {
  packed += 1;
  let matches: readonly ArrivedMatches[] = [];
  const findOldestMatch = (added: readonly SourceEvent[]): number | undefined => {
    matches = findMatches(added);
    return findOldestTime(matches.flatMap((found) => found.events));
  };
  return { batch: await events.pack(batch, findOldestMatch), matches };
};

const store = (batches: readonly SearchedBatch[], events: EventRecords): void => {
  events.store(batches.map(({ batch }) => batch));
  for (const { batch, matches } of batches) {
    if (batch.arrival) report({ kind: 'arrived', arrival: batch.arrival, matches });
  }
  stored += batches.length;
  reportWatching();
};

const run = async (): Promise<void> => {
  i18n.init(data.language);
  const { events, close } = openEventRecords(data.directory, logger.warn);
  try {
    await ingest({
      input: createEventInput(data.input, {
        agent: data.agent,
        recording: data.recording,
        logger,
      }),
      findPosition: (source) => events.findPosition(source),
      pack: (batch) => pack(batch, events),
      store: (batches: readonly SearchedBatch[]) => store(batches, events),
      signal: stopping.signal,
      logger,
    });
  } finally {
    await close();
  }
};

await run().then(
  () => report({ kind: 'ended' }),
  (error: unknown) => {
    const code = (error as NodeJS.ErrnoException).code;
    const message = error instanceof Error ? error.message : String(error);
    report({ kind: 'failed', message, ...(typeof code === 'string' && { code }) });
  }
);
port.close();
