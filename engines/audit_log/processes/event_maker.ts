import type { SourceEvent } from '../../../common/event/source_event';
import { createEventStats } from '../audit_stats';
import type { EventStats } from '../audit_stats';
import type { Exec } from '../records/exec';
import { HostHistories } from './host_histories';
import type { HostHistoriesOptions } from './host_histories';
import { isInferred } from './known_process';
import type { LogEntry } from '../records/log_entry';
import { toOrderOfTime } from '../records/log_order';
import { toProcessEvent } from './to_process_event';

export interface EventMakerOptions extends HostHistoriesOptions {
  /** Index the events are said to be in, e.g. `.ds-logs-endpoint.events.process-default-2026.11.24-000001`. */
  readonly index: string;
}

/** Entries → events; remembers the processes that the entries tell of. */
export class EventMaker {
  readonly stats: EventStats = createEventStats();
  private readonly hosts: HostHistories;
  private readonly index: string;

  constructor(options: EventMakerOptions) {
    this.index = options.index;
    this.hosts = new HostHistories(options);
  }

  /** The events of new execs in the order of time, so that the entries' own parents are known before their children. */
  make(entries: readonly LogEntry[]): SourceEvent[] {
    const events: SourceEvent[] = [];
    for (const entry of toOrderOfTime(entries)) {
      switch (entry.kind) {
        case 'exec':
          events.push(this.toEvent(entry.exec));
          break;
        case 'known_exec':
          this.toEvent(entry.exec);
          break;
        case 'failed_exec':
          this.hosts.get(entry.node).history.addFailedExec(entry.syscall, entry.time);
          break;
        case 'user_record':
          this.hosts.get(entry.node).history.addUserRecord(entry.record, entry.time);
      }
    }
    return events;
  }

  private toEvent(exec: Exec): SourceEvent {
    const { history, host } = this.hosts.get(exec.node);
    const placed = history.addExec(exec);
    const { parent } = placed;
    this.stats.execs++;
    if (exec.argsProblem !== undefined) this.stats.incompleteArgs++;
    if (!parent) this.stats.unknownParents++;
    else if (isInferred(parent)) this.stats.inferredParents++;
    const id = history.table.toEventId(exec);
    return { index: this.index, id, source: toProcessEvent(exec, placed, host, id) };
  }
}
