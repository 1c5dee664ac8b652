import type { SourceEvent } from '../../common/event/source_event';
import type { AuditStats } from './audit_stats';
import { EventMaker } from './processes/event_maker';
import type { EventMakerOptions } from './processes/event_maker';
import { LogOrder } from './records/log_order';
import { LogReader } from './records/log_reader';
import type { LogReaderOptions } from './records/log_reader';
import type { RunningProcess } from './processes/running_process';

/** Without `userNames` those of `processes` are known. */
export interface AuditReaderOptions extends EventMakerOptions, Omit<LogReaderOptions, 'isWhole'> {}

export interface AuditReader {
  /** Reads the next bytes of the log; returns events whose turn has come, in the order of time. */
  push(chunk: Buffer): SourceEvent[];
  /** The log has ended: the events that were waiting for more records. */
  flush(): SourceEvent[];
  readonly stats: Readonly<AuditStats>;
}

/** Turns the bytes of a Linux audit log into process events, one per successful exec. */
export const createAuditReader = (options: AuditReaderOptions): AuditReader => {
  const userNames = toUserNames(options.processes);
  const log = new LogReader({ userNames, ...options, isWhole: true });
  const order = new LogOrder();
  const events = new EventMaker(options);
  return {
    push: (chunk) => events.make(order.push(log.push(chunk))),
    flush: () => events.make([...order.push(log.flush()), ...order.flush()]),
    get stats() {
      return { ...log.stats, ...events.stats };
    },
  };
};

const toUserNames = (processes: readonly RunningProcess[] = []): ReadonlyMap<number, string> =>
  new Map(
    processes.flatMap(({ user: { id, name } }) => (name === undefined ? [] : [[Number(id), name]]))
  );
