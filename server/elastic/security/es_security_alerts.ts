import type { estypes } from '@elastic/elasticsearch';
import type { ElasticsearchClient, SearchHit } from '@kbn/core/server';
import type { Alert } from '../../../common/alert/alert';
import { ALERT_FIELD, type AlertDocument } from '../../../common/alert/alert_document';
import type { ListedAlert } from '../../../common/alert/listed_alert';
import {
  fromSecurityDocument,
  LISTED_SECURITY_FIELDS,
  toListedSecurityAlert,
} from '../../../common/alert/security/from_security_document';
import {
  WEB_SERVER_RULE_IDS,
  WEB_SHELL_TECHNIQUE,
} from '../../../common/alert/security/security_rules';
import type { AlertFilter } from '../../../common/api/find_alerts';
import { DomainError } from '../../../common/errors/domain_error';
import { toAlertFilter } from '../alert_query_dsl';
import { toElasticReason } from '../to_elastic_reason';

/** So many are read to be put between ours; Elastic Security itself raises at most 100 a run and rule. */
const MOST_READ = 1000;

export interface FoundSecurityAlerts {
  readonly alerts: readonly ListedAlert[];
  /** There are older ones. */
  readonly isCut: boolean;
}

/**
 * Elastic Security's alerts about web servers, as one user may read them. None where there is no Elastic Security, or the user
 * has no right to its alerts. Throws DomainError `alert_store_unavailable` where Elasticsearch fails.
 */
export interface SecurityAlerts {
  /** Of those that fit the newest 1,000 by their events, which come first. */
  list(filter: AlertFilter): Promise<FoundSecurityAlerts>;
  listByIds(ids: readonly string[]): Promise<readonly ListedAlert[]>;
  /** Those about any of some commands, by their rows. */
  listByRows(rowIds: readonly string[]): Promise<readonly ListedAlert[]>;
  findById(id: string): Promise<Alert | undefined>;
}

/** @param client with the user's own rights, which Elastic Security asks for too */
export const createEsSecurityAlerts = (
  client: ElasticsearchClient,
  spaceId: string
): SecurityAlerts => {
  const search = async (
    filter: estypes.QueryDslQueryContainer,
    size: number,
    fields?: readonly string[]
  ): Promise<SearchHit[]> => {
    try {
      const { hits } = await client.search({
        index: `.alerts-security.alerts-${spaceId}`,
        ignore_unavailable: true,
        allow_no_indices: true,
        size,
        track_total_hits: false,
        query: { bool: { filter: [filter, OF_WEB_SERVERS] } },
        sort: [{ [ALERT_FIELD.eventTime]: { order: 'desc', unmapped_type: 'date' } }],
        ...(fields && { _source: [...fields] }),
      });
      return hits.hits;
    } catch (error) {
      if (isKeptFromUser(error)) return [];
      const reason = toElasticReason(error);
      throw new DomainError('alert_store_unavailable', { reason }, { cause: error });
    }
  };
  const list = async (
    filter: estypes.QueryDslQueryContainer,
    size: number
  ): Promise<ListedAlert[]> =>
    (await search(filter, size, LISTED_SECURITY_FIELDS)).map((hit) =>
      toListedSecurityAlert(toDocument(hit))
    );

  return {
    async list(filter) {
      const alerts = await list(toAlertFilter(filter), MOST_READ + 1);
      return { alerts: alerts.slice(0, MOST_READ), isCut: alerts.length > MOST_READ };
    },
    listByIds: (ids) => list({ ids: { values: [...ids] } }, ids.length),
    async listByRows(rowIds) {
      const entityIds = rowIds.map((rowId) => rowId.slice(rowId.lastIndexOf(':') + 1));
      const alerts = await list({ terms: { 'process.entity_id': entityIds } }, MOST_READ);
      return alerts.filter(({ rowId }) => rowIds.includes(rowId));
    },
    async findById(id) {
      const [hit] = await search({ ids: { values: [id] } }, 1);
      return hit && { ...fromSecurityDocument(toDocument(hit)), storedIn: hit._index };
    },
  };
};

/** What has no process is nothing that can be followed; building blocks are parts of other alerts. */
const OF_WEB_SERVERS: estypes.QueryDslQueryContainer = {
  bool: {
    filter: [{ exists: { field: 'process.entity_id' } }],
    must_not: [{ exists: { field: 'kibana.alert.building_block_type' } }],
    should: [
      { terms: { [ALERT_FIELD.ruleId]: [...WEB_SERVER_RULE_IDS] } },
      { term: { [`${ALERT_FIELD.ruleThreat}.technique.subtechnique.id`]: WEB_SHELL_TECHNIQUE } },
    ],
    minimum_should_match: 1,
  },
};

/** Elasticsearch answers so whoever has no right to an index, and where there is none. */
const isKeptFromUser = (error: unknown): boolean =>
  error instanceof Error &&
  'statusCode' in error &&
  (error.statusCode === 403 || error.statusCode === 404);

const toDocument = ({ _id, _source }: SearchHit): AlertDocument => ({
  ..._source,
  [ALERT_FIELD.uuid]: _id,
});
