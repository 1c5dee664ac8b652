import type { QueryOutcome, SqlColumn, ResultRow } from '../../../engines/osquery';
import type { LiveQueryBody } from './live_query_request';

/** What a query of a live query has come to; absent while it waits or runs. */
export interface QueryAnswer {
  readonly outcome: QueryOutcome['kind'];
  /** ISO 8601. */
  readonly startedAt: string;
  readonly completedAt: string;
  /** Rows kept, which `LiveQueryStore.findRows` gives. */
  readonly rowCount: number;
  /** Rows the query gives, those cut off counted with them; absent where none were cut off. */
  readonly totalRows?: number;
  /** Counting took too long: there are more rows than `totalRows`. */
  readonly isTotalOpen?: true;
  /** Of the rows kept. */
  readonly characters?: number;
  /** Why there are no rows: the engine's words, or ours for one that was stopped. */
  readonly error?: string;
}

export interface StoredQuery {
  readonly actionId: string;
  /** The name the request gives it, else as `actionId`. */
  readonly id: string;
  readonly sql: string;
  readonly ecsMapping?: LiveQueryBody['ecs_mapping'];
  readonly agents: readonly string[];
  /** Set where the query was never run. */
  readonly error?: string;
  readonly answer?: QueryAnswer;
}

/** One request: some queries on some agents. */
export interface StoredLiveQuery {
  readonly actionId: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly agents: readonly string[];
  /** Absent: somebody asked. */
  readonly purpose?: 'evidence';
  /** Who asked; absent where a rule did. */
  readonly userName?: string;
  /** What else the request says. */
  readonly request: Omit<LiveQueryBody, 'query' | 'queries' | 'ecs_mapping'>;
  readonly queries: readonly StoredQuery[];
}

export interface StoredRows {
  readonly columns: readonly SqlColumn[];
  readonly rows: readonly ResultRow[];
}

/** Keeps live queries and their rows, under ids of any length. Writes of one live query come one after the other. */
export interface LiveQueryStore {
  /** Stores or replaces by `actionId`. */
  put(liveQuery: StoredLiveQuery): Promise<void>;
  find(actionId: string): Promise<StoredLiveQuery | undefined>;
  /** All of them, the newest first; of the same moment the later stored first. */
  list(): Promise<readonly StoredLiveQuery[]>;
  /** Stores or replaces the rows of one query. */
  putRows(queryActionId: string, rows: StoredRows): Promise<void>;
  findRows(queryActionId: string): Promise<StoredRows | undefined>;
  /** Forgets a live query and the rows of its queries; nothing happens if it is unknown. */
  remove(actionId: string): Promise<void>;
}
