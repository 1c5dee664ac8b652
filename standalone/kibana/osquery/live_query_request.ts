import { z } from 'zod';
import { ecsMappingSchema } from '../../../common/osquery/ecs_mapping';

/** Seconds, as Kibana 8.12 allows them. */
const SHORTEST_TIMEOUT = 60;
const LONGEST_TIMEOUT = 900;
/** Kibana's own search refuses a page of this size. */
const PAGE_LIMIT = 10_000;

const timeout = z.number().int().min(SHORTEST_TIMEOUT).max(LONGEST_TIMEOUT);
const ids = z.array(z.string());

/** Body of the creation of a live query; keys we have no use for are let through unseen, as Kibana does. */
export const liveQueryBodySchema = z.object({
  query: z.string().optional(),
  queries: z
    .array(
      z.object({
        id: z.string(),
        query: z.string(),
        ecs_mapping: ecsMappingSchema.optional(),
        version: z.string().optional(),
        platform: z.string().optional(),
      })
    )
    .optional(),
  ecs_mapping: ecsMappingSchema.optional(),
  saved_query_id: z.string().optional(),
  agent_ids: ids.optional(),
  agent_all: z.boolean().optional(),
  agent_platforms: ids.optional(),
  agent_policy_ids: ids.optional(),
  timeout: timeout.optional(),
  alert_ids: ids.optional(),
  case_ids: ids.optional(),
  event_ids: ids.optional(),
  metadata: z.record(z.unknown()).optional(),
});
export type LiveQueryBody = z.infer<typeof liveQueryBodySchema>;

const sortOrder = z.enum(['asc', 'desc']).default('desc');
const page = z.coerce.number().int().nonnegative().default(0);
const pageSize = z.coerce.number().int().positive().lt(PAGE_LIMIT).default(100);

/** Query string of the results of one query. */
export const resultPageSchema = z.object({
  page,
  pageSize,
  /** Field of the results index, such as `osquery.pid`, or `osquery.pid.number` to sort by number. */
  sort: z.string().default('@timestamp'),
  sortOrder,
  kuery: z.literal('', { message: 'rows are not filtered here: use WHERE' }).optional(),
});
export type ResultPage = z.infer<typeof resultPageSchema>;

const ALERT_FILTER = /^\s*alert_ids\s*:\s*(?:"((?:[^"\\]|\\.)*)"|([^\s"():]+))\s*$/;

/** Query string of the list; of KQL only `alert_ids:"…"` is known, which is what the alert flyout asks. */
export const liveQueryListSchema = z.object({
  page,
  pageSize,
  sort: z.literal('@timestamp').optional(),
  sortOrder,
  kuery: z
    .string()
    .optional()
    .transform((kuery, context) => {
      if (kuery === undefined || kuery.trim() === '') return undefined;
      const found = ALERT_FILTER.exec(kuery);
      if (found) return (found[1] ?? found[2] ?? '').replace(/\\(.)/g, '$1');
      context.addIssue({ code: 'custom', message: 'only alert_ids:"…" is known here' });
      return z.NEVER;
    }),
});
