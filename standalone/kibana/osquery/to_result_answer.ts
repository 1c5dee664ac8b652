/** Rows and agents' responses of a query in the words of Kibana's HTTP API. */
import type { QueryRows } from './live_queries';
import type { ResultRow } from '../../../engines/osquery';
import type { StoredQuery } from './live_query_store';
import type { LocalAgent } from './local_agent';

type Json = Readonly<Record<string, unknown>>;

const RESULTS_INDEX = 'logs-osquery_manager.result-default';
const RESPONSES_INDEX = '.logs-osquery_manager.action.responses-default';

const toEdge = (
  row: ResultRow,
  index: number,
  { query, from }: QueryRows,
  agent: LocalAgent
): Json => {
  const timestamp = query.answer?.completedAt;
  const columns = Object.entries(row).map(([name, value]) => [`osquery.${name}`, [value]]);
  return {
    _index: RESULTS_INDEX,
    _id: `${query.actionId}-${from + index}`,
    _source: {
      '@timestamp': timestamp,
      action_id: query.actionId,
      action_input_type: 'osquery',
      action_data: { id: query.id, query: query.sql },
      osquery: row,
      agent: { id: agent.id, name: agent.hostname, type: 'osquerybeat' },
      elastic_agent: { id: agent.id },
      host: { hostname: agent.hostname, name: agent.hostname },
    },
    fields: {
      '@timestamp': [timestamp],
      action_id: [query.actionId],
      'agent.id': [agent.id],
      'agent.name': [agent.hostname],
      'elastic_agent.id': [agent.id],
      'host.hostname': [agent.hostname],
      ...Object.fromEntries(columns),
    },
    sort: [timestamp === undefined ? 0 : Date.parse(timestamp)],
  };
};

/** `data` of one page of rows. Values are text, as the results index maps them; empty is NULL. */
export const toResults = (page: QueryRows, agent: LocalAgent): Json => ({
  edges: page.rows.map((row, index) => toEdge(row, index, page, agent)),
  total: page.isTotalExact ? page.total : { value: page.total, relation: 'gte' },
});

/** Responses of the agents: at most one, and `fields.error` is the only place where the reason of a failure stands. */
export const toResponses = (query: StoredQuery, agent: LocalAgent): Json => {
  const { answer } = query;
  if (!answer) return { edges: [], total: 0 };
  const edge = {
    _index: RESPONSES_INDEX,
    _id: `${query.actionId}-${agent.id}`,
    fields: {
      '@timestamp': [answer.completedAt],
      action_id: [query.actionId],
      agent_id: [agent.id],
      started_at: [answer.startedAt],
      completed_at: [answer.completedAt],
      'action_response.osquery.count': [answer.rowCount],
      ...(answer.error !== undefined && { error: [answer.error] }),
    },
  };
  return { edges: [edge], total: 1 };
};
