import type { AuditHost } from './audit_host';
import type { FindRunningProcess } from './parent_finder';
import { ProcessHistory } from './process_history';
import { RecentMap } from '../recent_map';
import type { RunningProcess } from './running_process';

export interface HostHistoriesOptions {
  /** Stable id of the machine; process and event ids are derived from it. */
  readonly hostId: string;
  /** What a log is called that names no node; undefined where nobody knows. */
  readonly hostName: string | undefined;
  readonly agentId: string;
  /** Processes that were running when the log began. */
  readonly processes?: readonly RunningProcess[];
  /** Asks the running system for a process the log doesn't know; leave it out for recordings. */
  readonly findRunningProcess?: FindRunningProcess;
  /** Put into `labels` of every event. */
  readonly labels?: Readonly<Record<string, string>>;
}

interface HostHistory {
  readonly host: AuditHost;
  readonly history: ProcessHistory;
}

/** A collected log is from few machines; more names than that are made up, and the oldest is forgotten. */
const MOST_HOSTS = 32;

/**
 * One history per node of a log: pids and serial numbers of several machines have nothing to do with each other.
 * What was running at the start belongs to the first node met.
 */
export class HostHistories {
  private readonly byNode = new RecentMap<string, HostHistory>(MOST_HOSTS);
  private readonly options: HostHistoriesOptions;
  private firstNode: string | undefined;

  constructor(options: HostHistoriesOptions) {
    this.options = options;
  }

  get(node: string): HostHistory {
    const known = this.byNode.get(node);
    if (known) return known;
    const created = this.create(node);
    this.byNode.set(node, created);
    return created;
  }

  private create(node: string): HostHistory {
    const { hostId, hostName, agentId, processes = [], findRunningProcess, labels } = this.options;
    const isOwn = node === '' || node === hostName;
    // A log of nobody knows where is of the hosts that it names.
    const prefix = hostName === undefined ? '' : `${hostId}/`;
    const id = isOwn ? hostId : `${prefix}${node}`;
    const name = isOwn ? hostName : node;
    this.firstNode ??= node;
    const isFirst = node === this.firstNode;
    return {
      host: {
        agent: { id: agentId, type: 'endpoint' },
        fields: { id, ...(name !== undefined && { name }), os: { type: 'linux' } },
        labels: labels ?? {},
      },
      history: isFirst
        ? new ProcessHistory(id, processes, findRunningProcess)
        : new ProcessHistory(id, [], undefined),
    };
  }
}
