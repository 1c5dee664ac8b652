import { z } from 'zod';
import { ALERT_FIELD } from '../../../common/alert/alert_document';
import { toListedAlert } from '../../../common/alert/listed_alert';
import { UNKNOWN_SOURCE } from '../../../common/alert/request/source_address';
import { LONGEST_FILTER_VALUE } from '../../../common/api/find_alerts';
import type { AlertGroup, GroupedBy, GroupKey } from '../../../common/api/groups/group_alerts';
import { SIGN_KINDS } from '../../../common/detection';

/** Null where there is no alert. */
const metric = z.object({ value: z.number().nullable() });

const groupSchema = z.object({
  doc_count: z.number(),
  from: metric,
  to: metric,
  gravest: z.object({
    hits: z.object({
      hits: z.array(z.object({ _id: z.string(), _source: z.record(z.unknown()) })),
    }),
  }),
  signKinds: z.object({ buckets: z.record(z.object({ doc_count: z.number() })) }),
});
type FoundGroup = z.infer<typeof groupSchema>;

/** Without an alerts index Elasticsearch answers no aggregations. */
const serversSchema = z.object({
  named: z
    .object({
      doc_count: z.number(),
      groups: z.object({
        buckets: z.array(groupSchema.extend({ key: z.tuple([z.string(), z.string()]) })),
      }),
    })
    .optional(),
});
const sourcesSchema = z.object({
  sources: z.object({ buckets: z.array(groupSchema.extend({ key: z.string() })) }).optional(),
  unknown: groupSchema.optional(),
});

interface FoundGroups {
  readonly groups: readonly AlertGroup[];
  /** Alerts that are in no group. */
  readonly ungrouped: number;
}

/** Reads what `GROUP_AGGREGATIONS` asked for. */
export const fromGroupAggregations = (
  aggregations: Record<string, unknown>,
  by: GroupedBy,
  total: number
): FoundGroups => (by === 'server' ? fromServers(aggregations, total) : fromSources(aggregations));

const fromServers = (aggregations: Record<string, unknown>, total: number): FoundGroups => {
  const { named } = serversSchema.parse(aggregations);
  const groups = (named?.groups.buckets ?? [])
    .filter(({ key }) => key.every((value) => value.length <= LONGEST_FILTER_VALUE))
    .map((bucket) => toGroup({ host: bucket.key[0], server: bucket.key[1] }, bucket));
  return { groups, ungrouped: total - (named?.doc_count ?? 0) };
};

const fromSources = (aggregations: Record<string, unknown>): FoundGroups => {
  const { sources, unknown } = sourcesSchema.parse(aggregations);
  const found = [
    ...(sources?.buckets ?? []).map((bucket) => toGroup({ source: bucket.key }, bucket)),
    ...(unknown && unknown.doc_count > 0 ? [toGroup({ source: UNKNOWN_SOURCE }, unknown)] : []),
  ];
  return { groups: found.sort((a, b) => Date.parse(b.to) - Date.parse(a.to)), ungrouped: 0 };
};

const toGroup = (key: GroupKey, found: FoundGroup): AlertGroup => {
  const [hit] = found.gravest.hits.hits;
  const { buckets } = found.signKinds;
  const counts = SIGN_KINDS.map((kind) => ({ kind, count: buckets[kind]?.doc_count ?? 0 }));
  return {
    ...key,
    count: found.doc_count,
    from: toIso(found.from),
    to: toIso(found.to),
    gravest: toListedAlert({ [ALERT_FIELD.uuid]: hit?._id, ...hit?._source }),
    signKinds: counts
      .filter((one) => one.count > 0)
      .sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1))
      .map(({ kind }) => kind),
  };
};

const toIso = ({ value }: z.infer<typeof metric>): string => new Date(value ?? 0).toISOString();
