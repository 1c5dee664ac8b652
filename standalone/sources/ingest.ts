import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '@kbn/core/server';
import { i18n } from '@kbn/i18n';
import { findEventTime } from '../../common/time/event_time';
import type { AddedEvents, EventBatch, EventRecords } from '../store/event_records';
import type { EventInput } from './event_input';

const RETRY_MS = 1000;

interface IngestOptions {
  readonly input: EventInput;
  readonly events: EventRecords;
  /** @param oldest `@timestamp` of the oldest new event */
  onArrival(oldest: Date): void;
  readonly signal: AbortSignal;
  readonly logger: Logger;
}

/**
 * Stores an input's batches one after the other. A batch that can't be stored (the disk is full) is tried again until it can:
 * the input waits, so nothing is skipped.
 */
export const ingest = async (options: IngestOptions): Promise<void> => {
  const { input, events, signal, onArrival } = options;
  for await (const batch of input.read((source) => events.findPosition(source), signal)) {
    const added = await addUntilStored(batch, options);
    if (!added) return;
    const oldest = findOldest(added);
    if (oldest) onArrival(oldest);
  }
};

const addUntilStored = async (
  batch: EventBatch,
  { events, signal, logger }: IngestOptions
): Promise<AddedEvents | undefined> => {
  for (let attempt = 1; !signal.aborted; attempt += 1) {
    try {
      const added = await events.add(batch);
      if (attempt > 1) logger.info(toResumed());
      return added;
    } catch (error) {
      if (attempt === 1) logger.error(toProblem(error));
      await delay(RETRY_MS, undefined, { signal }).catch(() => undefined);
    }
  }
  return undefined;
};

const findOldest = ({ added }: AddedEvents): Date | undefined => {
  const times = added.flatMap(({ source }) => findEventTime(source, '@timestamp') ?? []);
  const [first, ...others] = times;
  if (first === undefined) return undefined;
  return new Date(others.reduce((oldest, time) => (time < oldest ? time : oldest), first));
};

const toProblem = (error: unknown): string =>
  i18n.translate('webServerRce.standalone.ingest.failed', {
    defaultMessage:
      'Events can’t be stored: {reason}. Free space on the disk of the data directory; reading goes on by itself then, nothing is skipped.',
    values: { reason: error instanceof Error ? error.message : String(error) },
  });

const toResumed = (): string =>
  i18n.translate('webServerRce.standalone.ingest.resumed', {
    defaultMessage: 'Events are stored again.',
  });
