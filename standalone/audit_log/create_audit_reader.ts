import type { SourceEvent } from '../../common/event/source_event';
import { AuditStream } from './audit_stream';
import type { AuditReaderOptions } from './audit_stream';
import type { AuditStats } from './audit_stats';

export interface AuditReader {
  /** Reads the next bytes of the log; returns the events they complete, in the order of completion. */
  push(chunk: Buffer): SourceEvent[];
  /** The log has ended: the events that were waiting for more records. */
  flush(): SourceEvent[];
  readonly stats: Readonly<AuditStats>;
}

/** Turns the bytes of a Linux audit log into process events, one per successful exec. */
export const createAuditReader = (options: AuditReaderOptions): AuditReader => {
  const stream = new AuditStream(options);
  return {
    push: (chunk) => stream.push(chunk).map(({ event }) => event),
    flush: () => stream.flush().map(({ event }) => event),
    stats: stream.stats,
  };
};
