import type { estypes } from '@elastic/elasticsearch';
import { ALERT_FIELD } from '../../../common/alert/alert_document';
import type { HistogramPart } from '../../../common/alert/histogram';

/** How many hosts, and from when to when: what a histogram's parts are made of. */
export const SUMMARY_AGGREGATIONS: Record<string, estypes.AggregationsAggregationContainer> = {
  hosts: { cardinality: { field: 'host.name' } },
  first: { min: { field: ALERT_FIELD.eventTime } },
  last: { max: { field: ALERT_FIELD.eventTime } },
};

/** One count a part, named by its place, as `toCountAggregations` names those of filters. */
export const toPartAggregations = (
  parts: readonly HistogramPart[]
): Record<string, estypes.AggregationsAggregationContainer> =>
  Object.fromEntries(
    parts.map(({ from, to }, place) => [
      String(place),
      { filter: { range: { [ALERT_FIELD.eventTime]: { gte: toIso(from), lt: toIso(to) } } } },
    ])
  );

const toIso = (time: number): string => new Date(time).toISOString();
