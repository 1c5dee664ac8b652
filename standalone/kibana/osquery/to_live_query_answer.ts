/** Live queries in the words of Kibana's HTTP API (8.12.2; the parts of 9.x that are read are the same). */
import type { StoredLiveQuery, StoredQuery } from './live_query_store';

type Json = Readonly<Record<string, unknown>>;

const ACTIONS_INDEX = '.logs-osquery_manager.actions-default';

const withoutUndefined = (json: Json): Json =>
  Object.fromEntries(Object.entries(json).filter(([, value]) => value !== undefined));

const toQuery = (query: StoredQuery, { request }: StoredLiveQuery): Json =>
  withoutUndefined({
    action_id: query.actionId,
    id: query.id,
    query: query.sql,
    ecs_mapping: query.ecsMapping,
    timeout: request.timeout,
    agents: query.agents,
    error: query.error,
  });

/** The action document, which is also what creating one answers with. */
export const toActionDocument = (liveQuery: StoredLiveQuery): Json => {
  const { request } = liveQuery;
  return withoutUndefined({
    action_id: liveQuery.actionId,
    '@timestamp': liveQuery.createdAt,
    expiration: liveQuery.expiresAt,
    type: 'INPUT_ACTION',
    input_type: 'osquery',
    alert_ids: request.alert_ids,
    event_ids: request.event_ids,
    case_ids: request.case_ids,
    agent_ids: request.agent_ids,
    agent_all: request.agent_all,
    agent_platforms: request.agent_platforms,
    agent_policy_ids: request.agent_policy_ids,
    agents: liveQuery.agents,
    user_id: liveQuery.userName,
    metadata: request.metadata,
    queries: liveQuery.queries.map((query) => toQuery(query, liveQuery)),
  });
};

/** Counts of agents, and of the rows they say they returned. */
const toCounts = ({ agents, answer }: StoredQuery): Json & { pending: number } => {
  const responded = answer ? 1 : 0;
  const successful = answer?.outcome === 'rows' ? 1 : 0;
  return {
    docs: answer?.totalRows ?? answer?.rowCount ?? 0,
    failed: responded - successful,
    pending: agents.length - responded,
    responded,
    successful,
  };
};

/** `data` of one live query; past its expiry it counts as completed, whoever is still pending. */
export const toDetails = (liveQuery: StoredLiveQuery, nowMs: number): Json => {
  const isExpired = Date.parse(liveQuery.expiresAt) < nowMs;
  const isAnswered = (query: StoredQuery): boolean =>
    query.error !== undefined || toCounts(query).pending === 0;
  const isCompleted = isExpired || liveQuery.queries.every(isAnswered);
  const {
    action_id,
    '@timestamp': timestamp,
    expiration,
    agents,
    user_id,
  } = toActionDocument(liveQuery);
  return {
    ...{ action_id, '@timestamp': timestamp, expiration, agents, user_id },
    queries: liveQuery.queries.map((query) => ({
      ...toQuery(query, liveQuery),
      ...toCounts(query),
      status: isCompleted || isAnswered(query) ? 'completed' : 'running',
    })),
    status: isCompleted ? 'completed' : 'running',
  };
};

/** One hit of the list: the document, and its plain values as Elasticsearch's `fields` shows them. */
export const toListItem = (liveQuery: StoredLiveQuery): Json => {
  const source = toActionDocument(liveQuery);
  const fields = Object.entries(source)
    .filter(([name]) => name !== 'queries' && name !== 'metadata')
    .map(([name, value]) => [name, Array.isArray(value) ? value : [value]]);
  const column = (name: string): unknown[] =>
    liveQuery.queries.map((query) => toQuery(query, liveQuery)[name]);
  return {
    _index: ACTIONS_INDEX,
    _id: liveQuery.actionId,
    _source: source,
    fields: {
      ...Object.fromEntries(fields),
      'queries.action_id': column('action_id'),
      'queries.id': column('id'),
      'queries.query': column('query'),
    },
    sort: [Date.parse(liveQuery.createdAt)],
  };
};
