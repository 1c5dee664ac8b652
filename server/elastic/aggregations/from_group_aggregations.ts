import { z } from 'zod';
import { ALERT_FIELD } from '../../../common/alert/alert_document';
import { toListedAlert } from '../../../common/alert/listed_alert';
import { LONGEST_FILTER_VALUE } from '../../../common/api/find_alerts';
import type { AlertGroup } from '../../../common/api/groups/group_alerts';
import { SIGN_KINDS } from '../../../common/detection';

const metric = z.object({ value: z.number() });

const bucketSchema = z.object({
  key: z.tuple([z.string(), z.string()]),
  doc_count: z.number(),
  from: metric,
  to: metric,
  gravest: z.object({
    hits: z.object({
      hits: z.array(z.object({ _id: z.string(), _source: z.record(z.unknown()) })).min(1),
    }),
  }),
  signKinds: z.object({ buckets: z.record(z.object({ doc_count: z.number() })) }),
});

/** Without an alerts index Elasticsearch answers no aggregations. */
const groupsSchema = z.object({
  named: z
    .object({ doc_count: z.number(), groups: z.object({ buckets: z.array(bucketSchema) }) })
    .optional(),
});

/** Reads what `GROUP_AGGREGATIONS` asked for. */
export const fromGroupAggregations = (
  aggregations: Record<string, unknown>
): { readonly groups: readonly AlertGroup[]; readonly named: number } => {
  const { named } = groupsSchema.parse(aggregations);
  return {
    groups: (named?.groups.buckets ?? [])
      .filter(({ key }) => key.every((value) => value.length <= LONGEST_FILTER_VALUE))
      .map(toGroup),
    named: named?.doc_count ?? 0,
  };
};

const toGroup = ({
  key: [host, server],
  doc_count: count,
  from,
  to,
  gravest,
  signKinds: { buckets },
}: z.infer<typeof bucketSchema>): AlertGroup => {
  const [hit] = gravest.hits.hits;
  const counts = SIGN_KINDS.map((kind) => ({ kind, count: buckets[kind]?.doc_count ?? 0 }));
  return {
    ...{ host, server, count },
    from: new Date(from.value).toISOString(),
    to: new Date(to.value).toISOString(),
    gravest: toListedAlert({ [ALERT_FIELD.uuid]: hit?._id, ...hit?._source }),
    signKinds: counts
      .filter((one) => one.count > 0)
      .sort((a, b) => b.count - a.count || (a.kind < b.kind ? -1 : 1))
      .map(({ kind }) => kind),
  };
};
