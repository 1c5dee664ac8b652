import type { Logger } from '@kbn/core/server';
import type { IngestReport } from './ingest_message';

/** A logger whose lines the host writes. */
export const createReportingLogger = (report: (message: IngestReport) => void): Logger => {
  const log =
    (level: 'info' | 'warn' | 'error') =>
    (message: string): void =>
      report({ kind: 'log', level, message });
  const logger: Logger = {
    debug: () => undefined,
    info: log('info'),
    warn: log('warn'),
    error: log('error'),
    get: () => logger,
  };
  return logger;
};
