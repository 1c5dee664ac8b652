import { parentPort, workerData } from 'node:worker_threads';
import type { SourceEvent } from '../../common/event/source_event';
import { i18n } from '../kibana/i18n';
import { createEventInput } from '../sources/create_event_input';
import type { EventBatch, EventRecords } from '../store/event_records';
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
let storing: Promise<unknown> = Promise.resolve();

port.on('message', (command: IngestCommand) => {
  switch (command.kind) {
    case 'watch':
      findMatches = createStandingTests(command.queries);
      // A batch that was looked at with the former queries must be stored before these count.
      void Promise.allSettled([storing]).then(() => report({ kind: 'watching', id: command.id }));
      return;
    case 'stop':
      return stopping.abort();
  }
});

const add = async (batch: EventBatch, events: EventRecords): Promise<void> => {
  let matches: readonly ArrivedMatches[] = [];
  const findOldestMatch = (added: readonly SourceEvent[]): number | undefined => {
    matches = findMatches(added);
    return findOldestTime(matches.flatMap((found) => found.events));
  };
  const { arrival } = await events.add(batch, findOldestMatch);
  if (arrival) report({ kind: 'arrived', arrival, matches });
};

const run = async (): Promise<void> => {
  i18n.init(data.language);
  const { events, close } = openEventRecords(data.directory);
  try {
    await ingest({
      input: createEventInput(data.input, {
        agent: data.agent,
        recording: data.recording,
        logger,
      }),
      findPosition: (source) => events.findPosition(source),
      add: (batch) => {
        const added = add(batch, events);
        storing = added;
        return added;
      },
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
