/**
 * Kibana's live queries on a host with one agent, this machine: what is asked, how it stands, what came
 * back. A query is stored before it runs, so whoever polls sees it wait. Agents other than this machine
 * never answer, as agents that are switched off never do in Kibana.
 */
import type { LiveQueryBody, ResultPage } from './live_query_request';
import type { LiveQueryStore, StoredLiveQuery, StoredQuery, StoredRows } from './live_query_store';
import type { LocalAgent } from './local_agent';
import {
  DEFAULT_LIVE_QUERY_RETENTION,
  removeOldLiveQueries,
  type LiveQueryRetention,
} from './remove_old_live_queries';
import { closeInterrupted } from './close_interrupted';
import { runQuery } from './run_query';
import { sortRows } from './sort_rows';
import { selectAgents } from './select_agents';
import { toStoredLiveQuery } from './to_stored_live_query';
import type { LocalOsquery } from '../../../engines/osquery';

export interface LiveQueriesDependencies {
  readonly osquery: LocalOsquery;
  readonly store: LiveQueryStore;
  readonly agent: LocalAgent;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** A new unique id. */
  readonly newId: () => string;
  readonly retention?: LiveQueryRetention;
  /** Hears of a run that could not be stored. */
  readonly onProblem: (error: unknown) => void;
}

export type CreateOutcome =
  | { readonly kind: 'created'; readonly liveQuery: StoredLiveQuery }
  | { readonly kind: 'no_query' }
  | { readonly kind: 'no_agents' }
  /** Every query was refused before it was sent; `message` is the first one's reason. */
  | { readonly kind: 'unrunnable'; readonly message: string };

export interface QueryRows extends StoredRows {
  readonly liveQuery: StoredLiveQuery;
  readonly query: StoredQuery;
  /** Index of the first row of this page among all rows. */
  readonly from: number;
  /** Rows there are; one more than is kept where rows were cut off. */
  readonly total: number;
}

export interface LiveQueries {
  create(request: LiveQueryBody): Promise<CreateOutcome>;
  find(actionId: string): Promise<StoredLiveQuery | undefined>;
  /** The newest first; of one alert if its id is given. */
  list(alertId?: string): Promise<readonly StoredLiveQuery[]>;
  /** One page of rows; undefined where the query is unknown. */
  findRows(
    actionId: string,
    queryActionId: string,
    page: ResultPage
  ): Promise<QueryRows | undefined>;
  /** The query with this id, of whichever live query. */
  findQuery(queryActionId: string): Promise<StoredQuery | undefined>;
  /** No query begins any more; those that wait are closed as interrupted by the next start. */
  stop(): void;
  /** Resolves when nothing runs any more, for a clean end. */
  settled(): Promise<void>;
}

const MS_PER_SECOND = 1000;

const replaceQuery = (liveQuery: StoredLiveQuery, query: StoredQuery): StoredLiveQuery => ({
  ...liveQuery,
  queries: liveQuery.queries.map((known) => (known.actionId === query.actionId ? query : known)),
});

/** Live queries that run on `osquery` and are kept in `store`. */
export const createLiveQueries = (dependencies: LiveQueriesDependencies): LiveQueries => {
  const {
    store,
    agent,
    now,
    newId,
    retention = DEFAULT_LIVE_QUERY_RETENTION,
    onProblem,
  } = dependencies;
  const running = new Set<Promise<void>>();
  let isStopped = false;

  /** One after the other, so that each answer is stored on top of the one before. */
  const runAll = async (liveQuery: StoredLiveQuery): Promise<void> => {
    const { timeout } = liveQuery.request;
    const timeoutMs = timeout === undefined ? undefined : timeout * MS_PER_SECOND;
    let state = liveQuery;
    for (const query of liveQuery.queries.filter(({ error }) => error === undefined)) {
      if (isStopped) return;
      const answer = await runQuery(dependencies, query, timeoutMs);
      state = replaceQuery(state, { ...query, answer });
      await store.put(state);
    }
    await removeOldLiveQueries(store, retention);
  };

  const track = (work: Promise<void>): Promise<void> => {
    const run = work.catch(onProblem);
    running.add(run);
    return run.finally(() => running.delete(run));
  };
  const interruptedClosed = track(closeInterrupted(store, agent, now()));

  const list = async (alertId?: string): Promise<readonly StoredLiveQuery[]> => {
    const all = await store.list();
    return alertId === undefined
      ? all
      : all.filter(({ request }) => request.alert_ids?.includes(alertId));
  };

  return {
    create: async (request) => {
      const agents = selectAgents(request, agent);
      if (agents.length === 0) return { kind: 'no_agents' };
      const liveQuery = toStoredLiveQuery(request, agents, now(), newId);
      if (liveQuery.queries.length === 0) return { kind: 'no_query' };
      const errors = liveQuery.queries.flatMap(({ error }) => error ?? []);
      if (errors[0] !== undefined && errors.length === liveQuery.queries.length) {
        return { kind: 'unrunnable', message: errors[0] };
      }
      // What is created now must not be taken for a query of before.
      await interruptedClosed;
      await store.put(liveQuery);
      if (agents.includes(agent.id)) void track(runAll(liveQuery));
      else await removeOldLiveQueries(store, retention);
      return { kind: 'created', liveQuery };
    },
    find: (actionId) => store.find(actionId),
    list,
    findRows: async (actionId, queryActionId, { page, pageSize, ...order }) => {
      const liveQuery = await store.find(actionId);
      const query = liveQuery?.queries.find(({ actionId: id }) => id === queryActionId);
      if (!liveQuery || !query) return undefined;
      const { columns, rows } = (await store.findRows(queryActionId)) ?? { columns: [], rows: [] };
      const from = page * pageSize;
      const total = rows.length + (query.answer?.isTruncated === true ? 1 : 0);
      const shown = sortRows(rows, order).slice(from, from + pageSize);
      return { liveQuery, query, columns, rows: shown, from, total };
    },
    findQuery: async (queryActionId) =>
      (await list())
        .flatMap(({ queries }) => queries)
        .find(({ actionId }) => actionId === queryActionId),
    stop() {
      isStopped = true;
    },
    settled: async () => void (await Promise.all(running)),
  };
};
