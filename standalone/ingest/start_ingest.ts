import type { Logger } from '@kbn/core/server';
import { startWorker } from '../../engines/worker';
import type { Arrival } from '../store/event_records';
import type { IngestCommand, IngestReport, IngestStart } from './ingest_message';
import type { ArrivedMatches, StandingQuery } from './standing_query';

interface IngestOptions {
  readonly start: IngestStart;
  onArrival(arrival: Arrival, matches: readonly ArrivedMatches[]): void;
  readonly logger: Logger;
}

/** The ingest thread as the host sees it. */
export interface Ingest {
  /** Resolves when every event committed from now on is looked at with these queries, instead of those before. */
  watch(queries: readonly StandingQuery[]): Promise<void>;
  /** Resolves at the end of the input; rejects with what it can't be read for. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export const startIngest = ({ start, onArrival, logger }: IngestOptions): Ingest => {
  const worker = startWorker({
    entry: new URL('./ingest_worker.mjs', import.meta.url),
    data: start,
  });
  const watching = new Map<number, () => void>();
  let nextId = 0;
  let hasEnded = false;

  const finish = (): void => {
    hasEnded = true;
    // Nothing arrives any more, so every query is as good as watched.
    for (const resolve of watching.values()) resolve();
    watching.clear();
  };
  const ended = new Promise<void>((resolve, reject) => {
    worker.on('message', (report: IngestReport) => {
      switch (report.kind) {
        case 'watching':
          watching.get(report.id)?.();
          watching.delete(report.id);
          return;
        case 'arrived':
          return onArrival(report.arrival, report.matches);
        case 'log':
          return logger[report.level](report.message);
        case 'ended':
          finish();
          return resolve();
        case 'failed':
          finish();
          return reject(Object.assign(new Error(report.message), { code: report.code }));
      }
    });
    worker.on('error', (error) => {
      finish();
      reject(error);
    });
  });
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const send = (command: IngestCommand): void => worker.postMessage(command);

  return {
    watch(queries) {
      if (hasEnded) return Promise.resolve();
      nextId += 1;
      const id = nextId;
      send({ kind: 'watch', id, queries });
      return new Promise((resolve) => watching.set(id, resolve));
    },
    ended,
    async stop() {
      send({ kind: 'stop' });
      await exited;
    },
  };
};
