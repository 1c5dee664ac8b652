import { z } from 'zod';
import { ecsMappingSchema } from '../../../common/osquery/ecs_mapping';
import { parseRunFilterKql } from '../../../common/osquery/run_filter';

/** Seconds, as Kibana 8.12 allows them. */
const SHORTEST_TIMEOUT = 60;
const LONGEST_TIMEOUT = 900;
/** Kibana's own search refuses a page of this size. */
const PAGE_LIMIT = 10_000;

/** What the longest query that can be filled from an alert has. */
const MOST_SQL_CHARACTERS = 100_000;
/** Of all queries of a request: it is written anew with every answer. */
const MOST_REQUEST_SQL_CHARACTERS = 200_000;
const MOST_QUERIES = 50;
const MOST_IDS = 100;
const MOST_ID_CHARACTERS = 500;
const MOST_METADATA_CHARACTERS = 10_000;

const sql = z.string().max(MOST_SQL_CHARACTERS);
const id = z.string().max(MOST_ID_CHARACTERS);
const timeout = z.number().int().min(SHORTEST_TIMEOUT).max(LONGEST_TIMEOUT);
const ids = z.array(id).max(MOST_IDS);

const isSmall = (value: unknown): boolean =>
  (JSON.stringify(value) ?? '').length <= MOST_METADATA_CHARACTERS;

/** Fixed values and columns for the results: stored, so bounded. */
const mapping = ecsMappingSchema.refine(isSmall, { message: 'is too long' }).optional();

/** Body of the creation of a live query; keys we have no use for are let through unseen, as Kibana does. */
const bodySchema = z.object({
  query: sql.optional(),
  queries: z
    .array(
      z.object({
        id,
        query: sql,
        ecs_mapping: mapping,
        version: id.optional(),
        platform: id.optional(),
      })
    )
    .max(MOST_QUERIES)
    .optional(),
  ecs_mapping: mapping,
  saved_query_id: id.optional(),
  agent_ids: ids.optional(),
  agent_all: z.boolean().optional(),
  agent_platforms: ids.optional(),
  agent_policy_ids: ids.optional(),
  timeout: timeout.optional(),
  alert_ids: ids.optional(),
  case_ids: ids.optional(),
  event_ids: ids.optional(),
  metadata: z.record(z.unknown()).refine(isSmall, { message: 'is too long' }).optional(),
});
export type LiveQueryBody = z.infer<typeof bodySchema>;

export const liveQueryBodySchema = bodySchema.refine(
  ({ queries = [] }) =>
    queries.reduce((sum, { query }) => sum + query.length, 0) <= MOST_REQUEST_SQL_CHARACTERS,
  {
    path: ['queries'],
    message: `must not have more than ${MOST_REQUEST_SQL_CHARACTERS} characters together`,
  }
);

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

/** Query string of the list; of KQL only what the alert flyout asks is known. */
export const liveQueryListSchema = z.object({
  page,
  pageSize,
  sort: z.literal('@timestamp').optional(),
  sortOrder,
  kuery: z
    .string()
    .max(2000)
    .optional()
    .transform((kuery, context) => {
      if (kuery === undefined || kuery.trim() === '') return undefined;
      const filter = parseRunFilterKql(kuery);
      if (filter !== undefined) return filter;
      context.addIssue({
        code: 'custom',
        message:
          'only the runs of one alert (alert_ids:"…"), or of one query on one host, can be asked for here',
      });
      return z.NEVER;
    }),
});
