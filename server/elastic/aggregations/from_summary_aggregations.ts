import { z } from 'zod';

const metric = z.object({ value: z.number().nullable() }).optional();

/** Without an alerts index Elasticsearch answers no aggregations. */
const summarySchema = z.object({ hosts: metric, first: metric, last: metric });

/** Reads what `SUMMARY_AGGREGATIONS` asked for; times in epoch milliseconds, undefined where there is no alert. */
export const fromSummaryAggregations = (
  aggregations: Record<string, unknown>
): {
  readonly hosts: number;
  readonly first: number | undefined;
  readonly last: number | undefined;
} => {
  const { hosts, first, last } = summarySchema.parse(aggregations);
  return {
    hosts: hosts?.value ?? 0,
    first: first?.value ?? undefined,
    last: last?.value ?? undefined,
  };
};
