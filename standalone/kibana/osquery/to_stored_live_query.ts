import { i18n } from '@kbn/i18n';
import type { LiveQueryBody } from './live_query_request';
import type { StoredLiveQuery, StoredQuery } from './live_query_store';

/** Who asks: somebody, or a rule that raised an alert. */
export type LiveQueryAsker =
  { readonly kind: 'user'; readonly userName: string } | { readonly kind: 'rule' };

/** Kibana 8.12 lets a query expire after five minutes. */
const LIFETIME_MS = 5 * 60_000;
const PLACEHOLDER = /\{\{[^}]*\}\}/;

type RequestedQuery = NonNullable<LiveQueryBody['queries']>[number];

const listQueries = (
  { query, queries, ecs_mapping: mapping }: LiveQueryBody,
  newId: () => string
): RequestedQuery[] => {
  if (queries && queries.length > 0) return queries;
  if (query === undefined) return [];
  return [{ id: newId(), query, ...(mapping && { ecs_mapping: mapping }) }];
};

/** A new live query, nothing of it run yet. A query with a placeholder left in it will not run and says so. */
export const toStoredLiveQuery = (
  request: LiveQueryBody,
  agents: readonly string[],
  asker: LiveQueryAsker,
  nowMs: number,
  newId: () => string
): StoredLiveQuery => ({
  ...(asker.kind === 'rule' ? { purpose: 'evidence' } : { userName: asker.userName }),
  actionId: newId(),
  createdAt: new Date(nowMs).toISOString(),
  expiresAt: new Date(nowMs + LIFETIME_MS).toISOString(),
  agents,
  request: toRest(request),
  queries: listQueries(request, newId).map((query): StoredQuery => ({
    actionId: newId(),
    id: query.id,
    sql: query.query,
    agents,
    ...(query.ecs_mapping && { ecsMapping: query.ecs_mapping }),
    ...(PLACEHOLDER.test(query.query) && {
      error: i18n.translate('webServerRce.liveQuery.placeholderLeft', {
        defaultMessage: 'The query still holds a placeholder that the alert has no value for.',
      }),
    }),
  })),
});

/** The queries are kept by themselves. */
const toRest = ({
  query: _query,
  queries: _queries,
  ecs_mapping: _mapping,
  ...rest
}: LiveQueryBody): StoredLiveQuery['request'] => rest;
