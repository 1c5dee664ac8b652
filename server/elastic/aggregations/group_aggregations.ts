import type { estypes } from '@elastic/elasticsearch';
import { ALERT_FIELD } from '../../../common/alert/alert_document';
import { LISTED_FIELDS } from '../../../common/alert/listed_alert';
import { MOST_GROUPS, type GroupedBy } from '../../../common/api/groups/group_alerts';
import { listSignIds, SIGN_KINDS } from '../../../common/detection';
import { OF_UNKNOWN_SOURCE } from '../alert_query_dsl';

const SIGN_ID = `${ALERT_FIELD.signs}.id`;

type Aggregations = Record<string, estypes.AggregationsAggregationContainer>;

/** What is told of each group. */
const OF_GROUP: Aggregations = {
  from: { min: { field: ALERT_FIELD.eventTime } },
  to: { max: { field: ALERT_FIELD.eventTime } },
  gravest: {
    top_hits: {
      size: 1,
      sort: [
        { [ALERT_FIELD.riskScore]: { order: 'desc', unmapped_type: 'float' } },
        { [ALERT_FIELD.eventTime]: { order: 'desc', unmapped_type: 'date' } },
      ],
      _source: [...LISTED_FIELDS],
    },
  },
  signKinds: {
    filters: {
      filters: Object.fromEntries(
        SIGN_KINDS.map((kind) => [kind, { terms: { [SIGN_ID]: listSignIds(kind) } }])
      ),
    },
  },
};

/** What was attacked last first. */
const MOST_RECENT = { size: MOST_GROUPS, order: { to: 'desc' } } as const;

/** By host and server alerts that lack one of the two are in no bucket; by source those without an address have one of their own. */
export const GROUP_AGGREGATIONS: Record<GroupedBy, Aggregations> = {
  server: {
    named: {
      filter: {
        bool: {
          filter: [
            { exists: { field: 'host.name' } },
            { exists: { field: 'process.parent.name' } },
          ],
        },
      },
      aggs: {
        groups: {
          multi_terms: {
            terms: [{ field: 'host.name' }, { field: 'process.parent.name' }],
            ...MOST_RECENT,
          },
          aggs: OF_GROUP,
        },
      },
    },
  },
  source: {
    sources: { terms: { field: 'source.ip', ...MOST_RECENT }, aggs: OF_GROUP },
    unknown: { filter: OF_UNKNOWN_SOURCE, aggs: OF_GROUP },
  },
};
