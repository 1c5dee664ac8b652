import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '@kbn/core/server';
import { i18n } from '@kbn/i18n';
import type { EventInput } from '../sources/event_input';
import type { EventBatch } from '../store/event_records';

const RETRY_MS = 1000;
/** Batches stored together while the input is behind, because every commit waits for the disk. */
const MOST_TOGETHER = 8;

interface IngestOptions<Packed> {
  readonly input: EventInput;
  findPosition(source: string): unknown;
  /** Makes a batch ready to be stored. */
  pack(batch: EventBatch): Promise<Packed>;
  /** Stores batches, all of them or none. @throws Error when the disk refuses */
  store(batches: readonly Packed[]): void;
  readonly signal: AbortSignal;
  readonly logger: Logger;
}

/**
 * Stores an input's batches in their order; while some are being stored the next are read. What can't be stored
 * is tried again until it can: the input waits, so nothing is skipped.
 */
export const ingest = async <Packed>(options: IngestOptions<Packed>): Promise<void> => {
  const { input, findPosition, pack, signal } = options;
  let ready: Promise<Packed>[] = [];
  let storing: Promise<void> = Promise.resolve();
  const storeReady = async (): Promise<void> => {
    const batches = Promise.all(ready);
    ready = [];
    await storing;
    storing = batches.then((packed) => storeBatches(packed, options));
  };
  try {
    for await (const batch of input.read(findPosition, signal)) {
      if (signal.aborted) break;
      // What the store has already is looked up when packing.
      if (batch.mayRepeat) await storing;
      ready.push(pack(batch));
      if (!batch.isBehind || ready.length >= MOST_TOGETHER) await storeReady();
    }
  } finally {
    if (ready.length > 0) await storeReady();
    await storing;
  }
};

const storeBatches = async <Packed>(
  batches: readonly Packed[],
  { store, signal, logger }: IngestOptions<Packed>
): Promise<void> => {
  for (let attempt = 1; attempt === 1 || !signal.aborted; attempt += 1) {
    try {
      store(batches);
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
      'Events can’t be stored: {reason} Reading goes on by itself once they can, nothing is skipped.',
    values: { reason: error instanceof Error ? error.message : String(error) },
  });

const toResumed = (): string =>
  i18n.translate('webServerRce.standalone.ingest.resumed', {
    defaultMessage: 'Events are stored again.',
  });
