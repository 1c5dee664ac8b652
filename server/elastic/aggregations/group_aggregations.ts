import type { estypes } from '@elastic/elasticsearch';
import { ALERT_FIELD } from '../../../common/alert/alert_document';
import { LISTED_FIELDS } from '../../../common/alert/listed_alert';
import { MOST_GROUPS } from '../../../common/api/groups/group_alerts';
import { listSignIds, SIGN_KINDS } from '../../../common/detection';

const SIGN_ID = `${ALERT_FIELD.signs}.id`;

/** By host and server, what was attacked last first. Alerts that lack one of the two are in no bucket. */
export const GROUP_AGGREGATIONS: Record<string, estypes.AggregationsAggregationContainer> = {
  named: {
    filter: {
      bool: {
        filter: [{ exists: { field: 'host.name' } }, { exists: { field: 'process.parent.name' } }],
      },
    },
    aggs: {
      groups: {
        multi_terms: {
          terms: [{ field: 'host.name' }, { field: 'process.parent.name' }],
          size: MOST_GROUPS,
          order: { to: 'desc' },
        },
        aggs: {
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
        },
      },
    },
  },
};
