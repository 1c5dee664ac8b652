import type {
  FleetAgent,
  LiveQueryDetails,
  LiveQueryResponses,
  LiveQueryResults,
} from './live_query_api';
import { toResultTable, type ResultTable } from './result_table';

/** How a run of one query on one agent stands. */
export type RunState =
  /** Sent; nothing has come back. */
  | { readonly kind: 'waiting' }
  /** Rows are still coming. */
  | {
      readonly kind: 'running';
      readonly table: ResultTable;
      /** Rows stored so far, which may be more than `table` holds. */
      readonly total: number;
      /** Rows that the agent says it returned; 0 until it says so. */
      readonly reported: number;
    }
  | {
      readonly kind: 'rows';
      readonly table: ResultTable;
      readonly total: number;
      /** False where they were not all counted: there are more than `total`. */
      readonly isTotalExact: boolean;
      /** `total` is more than `table` holds. */
      readonly isTruncated: boolean;
    }
  | { readonly kind: 'no_rows' }
  | {
      readonly kind: 'agent_offline';
      /** Fleet's word, e.g. `offline`, `unenrolled`. */
      readonly agentStatus: string;
      /** ISO 8601. */
      readonly lastCheckin?: string;
      /** False while it is worth waiting for the agent. */
      readonly isExpired: boolean;
      /** Waiting is over, but the agent may fetch the query until then, ISO 8601. */
      readonly queuedUntil?: string;
    }
  | {
      readonly kind: 'failed';
      readonly reason: RunFailure;
      /** Osquery's or Kibana's own words; empty where there are none. */
      readonly message: string;
    }
  /** The agent did not answer in time. It may yet, where the query is queued for it until a later moment, ISO 8601. */
  | { readonly kind: 'timed_out'; readonly queuedUntil?: string };

/**
 * - `query`: Osquery refused the query or broke it off
 * - `request`: Kibana did not take the query or did not tell how it stands
 * - `forbidden`: Kibana took the query, but the user may not ask how it stands
 * - `rows_unreadable`: the agent returned rows, but none can be read: most likely the user may not read the results index
 */
export type RunFailure = 'query' | 'request' | 'forbidden' | 'rows_unreadable';

/** What is known of a run; everything but the moments may be unknown yet. */
export interface RunFacts {
  readonly details?: LiveQueryDetails | undefined;
  readonly results?: LiveQueryResults | undefined;
  /** Asked for once `details` counts a failure: only it has Osquery's words. */
  readonly responses?: LiveQueryResponses | undefined;
  readonly agent?: FleetAgent | undefined;
  /** Epoch milliseconds by the reader's clock. */
  readonly startedAt: number;
  readonly now: number;
  /** Set once the caller gives up: Kibana refused the query, or its state can't be asked for any more. */
  readonly httpError?:
    { readonly message: string; readonly status?: number | undefined } | undefined;
}

/**
 * As long as a query is waited for, in milliseconds. Kibana lets it expire then, but from 9.3 on only after two weeks: nobody
 * looks at a page for so long, and an agent that is there answers in seconds.
 */
const LONGEST_WAIT = 5 * 60_000;

/** Fleet's words for agents that fetch no queries. */
const UNREACHABLE: ReadonlySet<string> = new Set([
  'offline',
  'inactive',
  'unenrolling',
  'unenrolled',
  'uninstalled',
]);

/**
 * Derives the state of a run. Rows outrank every count, because counts and rows are stored apart and disagree for a
 * while; a failure told by Osquery outranks one of the connection; an agent that is known to be away outranks waiting.
 */
export const toRunState = (facts: RunFacts): RunState => {
  const { details, results, agent, httpError } = facts;
  const query = details?.data.queries[0];
  const table = toResultTable(results?.data.edges ?? []);
  const { count, isExact: isTotalExact } = results?.data.total ?? { count: 0, isExact: true };
  const total = Math.max(count, table.rows.length);
  const reported = query?.docs ?? 0;
  const isAnswered = query !== undefined && query.pending === 0 && query.responded > 0;
  const isExpired = isWaitOver(facts);
  const queued = isExpired ? toQueued(facts) : {};

  if (table.rows.length > 0) {
    return isExpired || (isAnswered && total >= reported)
      ? { kind: 'rows', table, total, isTotalExact, isTruncated: total > table.rows.length }
      : { kind: 'running', table, total, reported };
  }
  if (query?.error !== undefined) return { kind: 'failed', reason: 'query', message: query.error };
  if (query !== undefined && query.failed > 0) {
    const message = facts.responses?.edges.flatMap(({ fields }) => fields.error)[0] ?? '';
    return { kind: 'failed', reason: 'query', message };
  }
  if (httpError) {
    const reason = httpError.status === 403 ? 'forbidden' : 'request';
    return { kind: 'failed', reason, message: httpError.message };
  }
  if (reported > 0) {
    return isExpired
      ? { kind: 'failed', reason: 'rows_unreadable', message: '' }
      : { kind: 'running', table, total, reported };
  }
  if (isAnswered) return { kind: 'no_rows' };
  if (agent?.status !== undefined && UNREACHABLE.has(agent.status)) {
    return {
      kind: 'agent_offline',
      agentStatus: agent.status,
      isExpired,
      ...queued,
      ...(agent.last_checkin !== undefined && { lastCheckin: agent.last_checkin }),
    };
  }
  return isExpired ? { kind: 'timed_out', ...queued } : { kind: 'waiting' };
};

/** Whether nothing more is to be expected of a run in this state. */
export const isFinal = (state: RunState): boolean => {
  if (state.kind === 'agent_offline') return state.isExpired;
  return state.kind !== 'waiting' && state.kind !== 'running';
};

/** Each clock is only compared with itself: Kibana's moments with each other, the reader's with each other. */
const isWaitOver = (facts: RunFacts): boolean => {
  const { status, queries } = facts.details?.data ?? {};
  if (status === 'completed' && (queries?.[0]?.pending ?? 0) > 0) return true;
  return facts.now - facts.startedAt >= Math.min(findLifetime(facts) ?? LONGEST_WAIT, LONGEST_WAIT);
};

const findLifetime = ({ details }: RunFacts): number | undefined => {
  const { expiration, '@timestamp': created } = details?.data ?? {};
  const lifetime = Date.parse(expiration ?? '') - Date.parse(created ?? '');
  return Number.isNaN(lifetime) ? undefined : lifetime;
};

/** When the agent may still fetch the query. */
const toQueued = (facts: RunFacts): { readonly queuedUntil?: string } => {
  const { status, expiration } = facts.details?.data ?? {};
  const isQueued =
    status !== 'completed' && facts.now - facts.startedAt < (findLifetime(facts) ?? 0);
  return isQueued && expiration !== undefined ? { queuedUntil: expiration } : {};
};
