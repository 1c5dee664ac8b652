import { z } from 'zod';
import type { EcsMapping } from './ecs_mapping';

/**
 * The slice of Kibana's Osquery API that a run uses, for 8.12 and 9.x; the stand-alone host serves the same.
 * Of answers only what is read is described, and everything else is let through unseen.
 */
export const LIVE_QUERY_API = {
  /** POST a `LiveQueryRequest`. */
  create: { path: '/api/osquery/live_queries', version: '2023-10-31' },
  /** GET; `id` is `action_id` of the whole request. */
  details: { path: '/api/osquery/live_queries/{id}', version: '2023-10-31' },
  /** POST. The stand-alone host's own: Kibana can't call a query back. */
  cancel: { path: '/api/osquery/live_queries/{id}/_cancel', version: '2023-10-31' },
  /** GET with `page` and `pageSize` (below 10,000); `queryId` is `action_id` of the one query. */
  results: { path: '/api/osquery/live_queries/{id}/results/{queryId}', version: '2023-10-31' },
  /** GET: what Fleet knows of an agent; 404 for an agent it does not know. */
  agent: { path: '/internal/osquery/fleet_wrapper/agents/{id}', version: '1' },
  /** GET: the policies that have the Osquery integration. */
  policies: { path: '/internal/osquery/fleet_wrapper/package_policies', version: '1' },
  /** GET with `kuery` and `perPage`: agents that Fleet knows. */
  agents: { path: '/internal/osquery/fleet_wrapper/agents', version: '1' },
  /** GET: whether the Osquery integration is installed. */
  status: { path: '/internal/osquery/status', version: '1' },
  /** POST a `toResponsesSearch` body [8.12]: where Osquery's own error text stands. */
  responsesSearch: { path: '/internal/search/osquerySearchStrategy', version: '1' },
  /** GET [9.x], in place of `responsesSearch`. */
  responses: { path: '/api/osquery/action_results/{queryId}', version: '2023-10-31' },
} as const;

/** Kibana refuses a page of 10,000 rows or more. */
export const MOST_RESULT_ROWS = 9999;

/** Body of `create` for one query on one agent. */
export interface LiveQueryRequest {
  readonly query: string;
  readonly agent_ids: readonly [string];
  /** The alert's document id: lets users without live-query rights run the guide's own queries. */
  readonly alert_ids?: readonly [string];
  readonly ecs_mapping?: EcsMapping;
  /** Seconds, 60 to 900. */
  readonly timeout?: number;
}

/** Body of `responsesSearch` for one query of a run. */
export const toResponsesSearch = (queryId: string): Readonly<Record<string, unknown>> => ({
  actionId: queryId,
  factoryQueryType: 'actionResults',
  kuery: '',
  sort: { direction: 'desc', field: '@timestamp' },
});

const count = z.number().int().nonnegative().catch(0);
const moment = z.string().optional().catch(undefined);

/** Answer of `create`. */
export const liveQueryCreatedSchema = z.object({
  data: z.object({
    /** The `id` of `details` and `results`. */
    action_id: z.string(),
    /** ISO 8601, by Kibana's clock. */
    '@timestamp': moment,
    expiration: moment,
    /** One per query of the request: one. */
    queries: z
      .array(
        z.object({
          action_id: z.string(),
          query: z.string().optional(),
          error: z.string().optional(),
        })
      )
      .min(1),
  }),
});

/** Answer of `details`. Counts come from the agents' responses and may be behind or ahead of the rows. */
export const liveQueryDetailsSchema = z.object({
  data: z.object({
    action_id: z.string(),
    '@timestamp': moment,
    expiration: moment,
    /** `completed` also means: expired with agents still pending. */
    status: z.string().catch('running'),
    queries: z
      .array(
        z.object({
          action_id: z.string(),
          /** Set when the query was never sent. */
          error: z.string().optional(),
          /** Rows that the agents say they returned. */
          docs: count,
          failed: count,
          pending: count,
          responded: count,
          successful: count,
        })
      )
      .min(1),
  }),
});
export type LiveQueryDetails = z.infer<typeof liveQueryDetailsSchema>;

const fieldsSchema = z.record(z.unknown()).catch({});

/** Answer of `results`: hits of the results index. */
export const liveQueryResultsSchema = z.object({
  data: z.object({
    edges: z
      .array(
        z.object({
          _id: z.string().optional(),
          /** `osquery.<column>` → values. */
          fields: fieldsSchema,
          _source: z.object({ osquery: fieldsSchema }).optional().catch(undefined),
        })
      )
      .catch([]),
    /** Rows there are, not only those of this page; more than `count` where they were not all counted. */
    total: z
      .union([
        z.number().transform((count) => ({ count, isExact: true })),
        z
          .object({ value: z.number(), relation: z.string().optional() })
          .transform(({ value, relation }) => ({ count: value, isExact: relation !== 'gte' })),
      ])
      .catch({ count: 0, isExact: true }),
  }),
});
export type LiveQueryResults = z.infer<typeof liveQueryResultsSchema>;

/** Answer of `responsesSearch` and `responses`. */
export const liveQueryResponsesSchema = z.object({
  edges: z
    .array(
      z.object({
        fields: z
          .object({
            error: z.array(z.string()).catch([]),
            /** ISO 8601, by the agent's clock. */
            started_at: z.array(z.string()).optional().catch(undefined),
            completed_at: z.array(z.string()).optional().catch(undefined),
          })
          .catch({ error: [] }),
      })
    )
    .catch([]),
});
export type LiveQueryResponses = z.infer<typeof liveQueryResponsesSchema>;

/** Answer of `agent`. */
const agentSchema = z.object({
  id: z.string(),
  /** Fleet's word: `online`, `offline`, `degraded`, … */
  status: z.string().optional(),
  /** ISO 8601. */
  last_checkin: moment,
  /** What the agent says about the machine it runs on. */
  local_metadata: z
    .object({ host: z.object({ hostname: z.string().optional() }).optional() })
    .optional()
    .catch(undefined),
});
export const fleetAgentSchema = z.object({ item: agentSchema });
export type FleetAgent = z.infer<typeof agentSchema>;

/** Answer of `agents`. */
export const fleetAgentsSchema = z.object({ agents: z.array(agentSchema), total: count });
export type FleetAgents = z.infer<typeof fleetAgentsSchema>;

/** Answer of `policies`; which agents' policies they are: one [8.12], several [9.x]. */
export const osqueryPoliciesSchema = z.object({
  items: z.array(
    z.object({ policy_id: z.string().nullish(), policy_ids: z.array(z.string()).optional() })
  ),
});

/** Answer of `status`; without `install_status` the integration was never installed. */
export const osqueryStatusSchema = z.object({ install_status: z.string().optional() }).catch({});
export type OsqueryStatus = z.infer<typeof osqueryStatusSchema>;
