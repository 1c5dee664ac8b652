import { z } from 'zod';
import { ALERT_STATUSES, type AlertStatus } from '../../../common/alert/alert';
import { UNKNOWN_SOURCE } from '../../../common/alert/request/source_address';
import {
  LONGEST_FILTER_VALUE,
  type AlertPage,
  type ValueCount,
} from '../../../common/api/find_alerts';

const termsSchema = z.object({
  buckets: z.array(z.object({ key: z.coerce.string(), doc_count: z.number() })),
});

/** Without an alerts index Elasticsearch answers no aggregations: nothing has been counted then. */
const facetsSchema = z.object({
  statuses: z.object({ values: termsSchema }).optional(),
  inTimeRange: z
    .object({
      hosts: termsSchema,
      users: termsSchema,
      servers: termsSchema,
      sources: termsSchema,
      ofUnknownSource: z.object({ doc_count: z.number() }),
      signKinds: z.object({ buckets: z.record(z.object({ doc_count: z.number() })) }),
    })
    .optional(),
});

/** Reads what `toFacetAggregations` asked for. */
export const fromFacetAggregations = (
  aggregations: Record<string, unknown>
): Pick<AlertPage, 'statusCounts' | 'hosts' | 'users' | 'servers' | 'sources' | 'signKinds'> => {
  const { statuses, inTimeRange } = facetsSchema.parse(aggregations);
  return {
    statusCounts: toStatusCounts(toCounts(statuses?.values)),
    hosts: toCounts(inTimeRange?.hosts),
    users: toCounts(inTimeRange?.users),
    servers: toCounts(inTimeRange?.servers),
    sources: toMostFrequent([
      ...toCounts(inTimeRange?.sources),
      { value: UNKNOWN_SOURCE, count: inTimeRange?.ofUnknownSource.doc_count ?? 0 },
    ]),
    signKinds: toKindCounts(inTimeRange?.signKinds.buckets ?? {}),
  };
};

/** A value that is too long to ask for is no choice for a filter. */
const toCounts = (terms: z.infer<typeof termsSchema> | undefined): ValueCount[] =>
  (terms?.buckets ?? [])
    .filter(({ key }) => key.length <= LONGEST_FILTER_VALUE)
    .map(({ key, doc_count }) => ({ value: key, count: doc_count }));

const toKindCounts = (buckets: Readonly<Record<string, { doc_count: number }>>): ValueCount[] =>
  toMostFrequent(
    Object.entries(buckets).map(([value, { doc_count }]) => ({ value, count: doc_count }))
  );

const toMostFrequent = (counts: readonly ValueCount[]): ValueCount[] =>
  counts
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));

const toStatusCounts = (counts: readonly ValueCount[]): Record<AlertStatus, number> => {
  const count = (status: AlertStatus): number =>
    counts.find(({ value }) => value === status)?.count ?? 0;
  return Object.fromEntries(ALERT_STATUSES.map((status) => [status, count(status)])) as Record<
    AlertStatus,
    number
  >;
};
