import type { QueryOutcome } from './query_outcome';
import type { TableColumn } from './table';

/** A table a query may name. */
export interface TableInfo {
  readonly name: string;
  readonly description: string;
  readonly columns: readonly TableColumn[];
}

export interface QueryOptions {
  /** Ends the query: the outcome is `cancelled`. */
  readonly signal?: AbortSignal;
  /** Counted from the moment the query begins to run, 10 000 if left out. */
  readonly timeoutMs?: number;
  /** Rows kept, 10 000 if left out; more make the outcome `truncated`. */
  readonly maxRows?: number;
}

/** Osquery of this machine, whichever engine answers. */
export interface LocalOsquery {
  /** `osqueryi` where that program is used, else `sqlite`. */
  readonly engine: 'osqueryi' | 'sqlite';
  /** Runs one SELECT; never rejects for what the query is or does. */
  run(sql: string, options?: QueryOptions): Promise<QueryOutcome>;
  /** Our own tables; `osqueryi` has more. */
  tables(): readonly TableInfo[];
  /** Ends what runs (as cancelled) and frees the threads. */
  close(): Promise<void>;
}

export const DEFAULT_TIMEOUT_MS = 10_000;
export const DEFAULT_MAX_ROWS = 10_000;
/** Characters of one result; past it the rows are cut off as past the cap of rows. */
export const MAX_RESULT_CHARACTERS = 32 * 1024 * 1024;
/** Share of a query's time after which rows that are cut off are no longer counted: what was read must not be lost for it. */
export const COUNTING_SHARE = 0.8;
