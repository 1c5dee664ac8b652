/**
 * Kibana's live queries on a host with one agent, this machine, and those of a recording: what is asked, how it
 * stands, what came back. A query is stored before it runs, so whoever polls sees it wait. Other agents never
 * answer, as agents that are switched off never do in Kibana.
 */
import type { RunFilter } from '../../../common/osquery/run_filter';
import type { LiveQueryBody, ResultPage } from './live_query_request';
import type { LiveQueryStore, StoredLiveQuery, StoredQuery, StoredRows } from './live_query_store';
import type { LocalAgent, RecordedAgent } from './local_agent';
import { createLiveQueryIndex } from './live_query_index';
import { DEFAULT_LIVE_QUERY_LIMITS, type LiveQueryLimits } from './live_query_limits';
import { createPendingLiveQueries } from './pending_live_queries';
import { createRecentRequests } from './recent_requests';
import { closeInterrupted } from './close_interrupted';
import { runQuery } from './run_query';
import { sortRows } from './sort_rows';
import { selectAgents } from './select_agents';
import { toStoredLiveQuery, type LiveQueryAsker } from './to_stored_live_query';
import type { LocalOsquery } from '../../../engines/osquery';

export interface LiveQueriesDependencies {
  readonly osquery: LocalOsquery;
  /** What rules ask runs here, so that it waits for nobody. */
  readonly evidenceOsquery: LocalOsquery;
  readonly store: LiveQueryStore;
  readonly agent: LocalAgent;
  readonly recorded?: readonly RecordedAgent[];
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** A new unique id. */
  readonly newId: () => string;
  /** The default's for those left out. */
  readonly limits?: Partial<LiveQueryLimits>;
  /** Hears of a run that could not be stored. */
  readonly onProblem: (error: unknown) => void;
}

export type CreateOutcome =
  | { readonly kind: 'created'; readonly liveQuery: StoredLiveQuery }
  | { readonly kind: 'no_query' }
  | { readonly kind: 'no_agents' }
  /** So many queries wait that no more are taken. */
  | { readonly kind: 'too_many'; readonly pending: number }
  /** Every query was refused before it was sent; `message` is the first one's reason. */
  | { readonly kind: 'unrunnable'; readonly message: string };

export interface QueryRows extends StoredRows {
  readonly liveQuery: StoredLiveQuery;
  readonly query: StoredQuery;
  /** Index of the first row of this page among all rows. */
  readonly from: number;
  /** Rows there are, those that were not kept counted with them. */
  readonly total: number;
  /** False where they are too many to count: there are more than `total`. */
  readonly isTotalExact: boolean;
}

export interface LiveQueryPage {
  /** All if left out. */
  readonly filter?: RunFilter | undefined;
  /** From 0. */
  readonly page: number;
  readonly pageSize: number;
  /** By the moment of creation. */
  readonly sortOrder: 'asc' | 'desc';
}

export interface LiveQueries {
  /** The same asked again within a moment is the one asked before. */
  create(request: LiveQueryBody, asker: LiveQueryAsker): Promise<CreateOutcome>;
  find(actionId: string): Promise<StoredLiveQuery | undefined>;
  /** One page, and how many there are. */
  list(page: LiveQueryPage): Promise<{ items: readonly StoredLiveQuery[]; total: number }>;
  /** One page of rows; undefined where the query is unknown. */
  findRows(
    actionId: string,
    queryActionId: string,
    page: ResultPage
  ): Promise<QueryRows | undefined>;
  /** The query with this id, of whichever live query. */
  findQuery(queryActionId: string): Promise<StoredQuery | undefined>;
  /** Ends what runs and waits of a live query and answers how it stands then; undefined where it is unknown. */
  cancel(actionId: string): Promise<StoredLiveQuery | undefined>;
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
  const { store, agent, recorded = [], now, newId, onProblem } = dependencies;
  const answering: readonly RecordedAgent[] = [
    { agent, osquery: dependencies.osquery },
    ...recorded,
  ];
  const findOsquery = (agents: readonly string[]): LocalOsquery | undefined =>
    answering.find((one) => agents.includes(one.agent.id))?.osquery;
  const limits = { ...DEFAULT_LIVE_QUERY_LIMITS, ...dependencies.limits };
  const index = createLiveQueryIndex();
  const pending = createPendingLiveQueries();
  const recent = createRecentRequests<CreateOutcome>({
    momentMs: limits.repeatMs,
    now,
    isKept: ({ kind }) => kind === 'created',
  });
  const working = new Set<Promise<void>>();

  const track = (work: Promise<void>): Promise<void> => {
    const run = work.catch(onProblem);
    working.add(run);
    return run.finally(() => working.delete(run));
  };

  const open = async (): Promise<void> => {
    const stored = await store.list();
    [...stored].reverse().forEach(index.set);
    await closeInterrupted(
      store,
      answering.map((one) => one.agent.id),
      now(),
      stored
    );
  };
  // The only time that all are read.
  const opened = track(open());

  const put = async (liveQuery: StoredLiveQuery): Promise<void> => {
    await store.put(liveQuery);
    index.set(liveQuery);
  };

  const removeOld = async (isEvidence: boolean): Promise<void> => {
    const retention = isEvidence ? limits.evidence : limits.asked;
    for (const actionId of index.listExcess(isEvidence, retention)) {
      index.delete(actionId);
      await store.remove(actionId);
    }
  };

  const runAll = async (liveQuery: StoredLiveQuery, osquery: LocalOsquery): Promise<void> => {
    const { timeout } = liveQuery.request;
    const options = timeout === undefined ? {} : { timeoutMs: timeout * MS_PER_SECOND };
    let state = liveQuery;
    const runnable = liveQuery.queries.filter(({ error }) => error === undefined);
    await pending.run(liveQuery.actionId, runnable, async (query, signal) => {
      const answer = await runQuery({ osquery, store, now }, query, { ...options, signal });
      // Each answer is stored on top of the one before.
      state = replaceQuery(state, { ...query, answer });
      await put(state);
    });
    await removeOld(liveQuery.purpose === 'evidence');
  };

  const createNew = async (
    request: LiveQueryBody,
    asker: LiveQueryAsker
  ): Promise<CreateOutcome> => {
    const agents = selectAgents(request, agent);
    if (agents.length === 0) return { kind: 'no_agents' };
    const liveQuery = toStoredLiveQuery(request, agents, asker, now(), newId);
    if (liveQuery.queries.length === 0) return { kind: 'no_query' };
    const errors = liveQuery.queries.flatMap(({ error }) => error ?? []);
    if (errors[0] !== undefined && errors.length === liveQuery.queries.length) {
      return { kind: 'unrunnable', message: errors[0] };
    }
    const count = pending.countQueries();
    if (count + liveQuery.queries.length > limits.mostPendingQueries) {
      return { kind: 'too_many', pending: count };
    }
    // What is created now must not be taken for a query of before.
    await opened;
    await put(liveQuery);
    const isOfThisMachine = asker.kind === 'rule' && agents.includes(agent.id);
    const answers = isOfThisMachine ? dependencies.evidenceOsquery : findOsquery(agents);
    if (answers) void track(runAll(liveQuery, answers));
    else await removeOld(liveQuery.purpose === 'evidence');
    return { kind: 'created', liveQuery };
  };

  const find = async (actionId: string): Promise<StoredLiveQuery | undefined> => {
    await opened;
    return store.find(actionId);
  };

  return {
    create: (request, asker) =>
      recent.answer(JSON.stringify([request, asker]), () => createNew(request, asker)),
    find,
    async list({ filter, page, pageSize, sortOrder }) {
      await opened;
      const ids = index.list(filter);
      const ordered = sortOrder === 'asc' ? [...ids].reverse() : ids;
      const shown = ordered.slice(page * pageSize, (page + 1) * pageSize);
      const items = await Promise.all(shown.map((actionId) => store.find(actionId)));
      return { items: items.flatMap((item) => item ?? []), total: ids.length };
    },
    findRows: async (actionId, queryActionId, { page, pageSize, ...order }) => {
      const liveQuery = await find(actionId);
      const query = liveQuery?.queries.find(({ actionId: id }) => id === queryActionId);
      if (!liveQuery || !query) return undefined;
      const { columns, rows } = (await store.findRows(queryActionId)) ?? { columns: [], rows: [] };
      const from = page * pageSize;
      const total = query.answer?.totalRows ?? rows.length;
      const isTotalExact = query.answer?.isTotalOpen !== true;
      const shown = sortRows(rows, order).slice(from, from + pageSize);
      return { liveQuery, query, columns, rows: shown, from, total, isTotalExact };
    },
    async findQuery(queryActionId) {
      await opened;
      const owner = index.findOwner(queryActionId);
      const liveQuery = owner === undefined ? undefined : await store.find(owner);
      return liveQuery?.queries.find(({ actionId }) => actionId === queryActionId);
    },
    async cancel(actionId) {
      await pending.cancel(actionId);
      return find(actionId);
    },
    stop: pending.stop,
    settled: async () => void (await Promise.all(working)),
  };
};
