import { z } from 'zod';

/** Without an alerts index Elasticsearch answers no aggregations: nothing is there to be counted then. */
const countsSchema = z.record(z.object({ doc_count: z.number() }));

/** Reads what `toCountAggregations` asked for. */
export const fromCountAggregations = (
  aggregations: Record<string, unknown>,
  count: number
): number[] => {
  const counts = countsSchema.parse(aggregations);
  return Array.from({ length: count }, (_, place) => counts[String(place)]?.doc_count ?? 0);
};
