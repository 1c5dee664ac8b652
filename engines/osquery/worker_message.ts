import type { MachineRoots } from '../machine';
import type { QueryOutcome } from './query_outcome';
import type { RecordedMachine } from './recorded/create_recorded_osquery';
import type { ResultLimits } from './sqlite/collect_rows';

/** What the query thread is started with. */
export interface WorkerStart {
  readonly roots: Partial<MachineRoots>;
  /** Answers in place of the machine. */
  readonly recorded?: RecordedMachine;
}

/** Host → thread: one query at a time. */
export interface WorkerQuery {
  readonly sql: string;
  readonly limits: ResultLimits;
}

/** Thread → host: `ready` once, then one outcome for each query. */
export type WorkerReply =
  { readonly kind: 'ready' } | { readonly kind: 'done'; readonly outcome: QueryOutcome };
