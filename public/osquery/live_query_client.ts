import type { HttpSetup } from '@kbn/core/public';
import {
  LIVE_QUERY_API,
  MOST_RESULT_ROWS,
  fleetAgentSchema,
  fleetAgentsSchema,
  liveQueryCreatedSchema,
  liveQueryDetailsSchema,
  liveQueryResultsSchema,
  osqueryPoliciesSchema,
  osqueryStatusSchema,
  type FleetAgent,
  type FleetAgents,
  type LiveQueryDetails,
  type LiveQueryRequest,
  type LiveQueryResponses,
  type LiveQueryResults,
  type OsqueryStatus,
} from '../../common/osquery/live_query_api';
import { toRunFilterKql, type RunFilter } from '../../common/osquery/run_filter';
import { toApiError } from '../api/api_error';
import { toPath } from '../api/to_path';
import { findResponses } from './find_responses';
import { toRunHistory, type HistoryRun } from './known/run_history';

/** Kibana's Osquery API with the reader's own rights. Every call throws ApiError; an aborted one its AbortError. */
export interface LiveQueryClient {
  create(request: LiveQueryRequest): Promise<{ id: string; queryId: string }>;
  /** Ends a run; only where the host can. */
  cancel(id: string): Promise<void>;
  details(id: string, signal?: AbortSignal): Promise<LiveQueryDetails>;
  /** @param rows how many at most */
  results(
    id: string,
    queryId: string,
    rows: number,
    signal?: AbortSignal
  ): Promise<LiveQueryResults>;
  /** What agents answered, with Osquery's own words for a failure. */
  responses(queryId: string, signal?: AbortSignal): Promise<LiveQueryResponses | undefined>;
  agent(id: string, signal?: AbortSignal): Promise<FleetAgent>;
  /** Agents with the Osquery integration, at most 1,000 of them. */
  agents(signal?: AbortSignal): Promise<FleetAgents>;
  status(signal?: AbortSignal): Promise<OsqueryStatus>;
  /** Runs that Kibana remembers, newest first. */
  history(filter: RunFilter, signal?: AbortSignal): Promise<readonly HistoryRun[]>;
}

/** Of more agents a person finds none in a list. */
const MOST_AGENTS = 1000;

/** Runs of one alert shown at most. */
const MOST_HISTORY_RUNS = 100;

export const createLiveQueryClient = (http: HttpSetup): LiveQueryClient => {
  const get = (
    endpoint: { path: string; version: string },
    params: Record<string, string>,
    query: Record<string, string | number>,
    signal: AbortSignal | undefined
  ): Promise<unknown> =>
    send(signal, () =>
      http.fetch(toPath(endpoint.path, params), {
        method: 'GET',
        version: endpoint.version,
        query,
        ...(signal === undefined ? {} : { signal }),
      })
    );
  return {
    create: async (request) => {
      const { path, version } = LIVE_QUERY_API.create;
      const body = JSON.stringify(request);
      const answer = await send(undefined, () =>
        http.fetch(path, { method: 'POST', version, body })
      );
      const { data } = liveQueryCreatedSchema.parse(answer);
      return { id: data.action_id, queryId: data.queries[0]?.action_id ?? data.action_id };
    },
    cancel: async (id) => {
      const { path, version } = LIVE_QUERY_API.cancel;
      await send(undefined, () => http.fetch(toPath(path, { id }), { method: 'POST', version }));
    },
    details: async (id, signal) =>
      liveQueryDetailsSchema.parse(await get(LIVE_QUERY_API.details, { id }, {}, signal)),
    results: async (id, queryId, rows, signal) => {
      const query = { page: 0, pageSize: Math.min(rows, MOST_RESULT_ROWS) };
      return liveQueryResultsSchema.parse(
        await get(LIVE_QUERY_API.results, { id, queryId }, query, signal)
      );
    },
    responses: (queryId, signal) => findResponses(http, queryId, signal),
    agent: async (id, signal) =>
      fleetAgentSchema.parse(await get(LIVE_QUERY_API.agent, { id }, {}, signal)).item,
    agents: async (signal) => {
      const { items } = osqueryPoliciesSchema.parse(
        await get(LIVE_QUERY_API.policies, {}, {}, signal)
      );
      const policies = [
        ...new Set(items.flatMap((item) => item.policy_ids ?? item.policy_id ?? [])),
      ];
      if (policies.length === 0) return { agents: [], total: 0 };
      const kuery = policies.map((id) => `policy_id:${JSON.stringify(id)}`).join(' or ');
      const query = { kuery: `(${kuery})`, perPage: MOST_AGENTS };
      return fleetAgentsSchema.parse(await get(LIVE_QUERY_API.agents, {}, query, signal));
    },
    status: async (signal) =>
      osqueryStatusSchema.parse(await get(LIVE_QUERY_API.status, {}, {}, signal)),
    history: async (filter, signal) => {
      const query = { kuery: toRunFilterKql(filter), page: 0, pageSize: MOST_HISTORY_RUNS };
      return toRunHistory(await get(LIVE_QUERY_API.create, {}, query, signal));
    },
  };
};

const send = async (
  signal: AbortSignal | undefined,
  call: () => Promise<unknown>
): Promise<unknown> => {
  try {
    return await call();
  } catch (cause) {
    if (signal?.aborted === true) throw cause;
    throw toApiError(cause);
  }
};
