import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '@kbn/core/server';
import { i18n } from '@kbn/i18n';
import type { EventInput } from '../sources/event_input';
import type { EventBatch } from '../store/event_records';

const RETRY_MS = 1000;

interface IngestOptions {
  readonly input: EventInput;
  findPosition(source: string): unknown;
  /** Stores a batch. */
  add(batch: EventBatch): Promise<void>;
  readonly signal: AbortSignal;
  readonly logger: Logger;
}

/**
 * Stores an input's batches one after the other; while one is being stored the next is read. A batch that can't be stored
 * (the disk is full) is tried again until it can: the input waits, so nothing is skipped.
 */
export const ingest = async (options: IngestOptions): Promise<void> => {
  const { input, findPosition, signal } = options;
  let storing: Promise<void> = Promise.resolve();
  for await (const batch of input.read(findPosition, signal)) {
    await storing;
    if (signal.aborted) break;
    storing = storeBatch(batch, options);
  }
  await storing;
};

const storeBatch = async (
  batch: EventBatch,
  { add, signal, logger }: IngestOptions
): Promise<void> => {
  for (let attempt = 1; attempt === 1 || !signal.aborted; attempt += 1) {
    try {
      await add(batch);
      if (attempt > 1) logger.info(toResumed());
      return;
    } catch (error) {
      if (attempt === 1) logger.error(toProblem(error));
      await delay(RETRY_MS, undefined, { signal }).catch(() => undefined);
    }
  }
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
