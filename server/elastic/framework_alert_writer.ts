import { ALERT_FIELD, type AlertDocument } from '../../common/alert/alert_document';
import { DomainError } from '../../common/errors/domain_error';
import type { RuleRun } from '../ports/adapters';
import type { AlertWriter } from '../ports/alert_writer';
import { createAlertReporter } from '../rule_type/reporting/create_alert_reporter';
import { growStoredAlerts } from './grow_stored_alerts';
import { foldStoredRows } from './fold_stored_rows';
import { ALERTS_INDEX } from './alerts_index';
import { toAlertUrl } from './to_alert_url';
import { toElasticReason } from './to_elastic_reason';

/** Ids per look-up, below Elasticsearch's limit of terms per query. */
const MOST_IDS = 10_000;

/** What of a stored alert its request is looked for by, and what says that it has one. */
const SOUGHT_FIELDS = [
  ALERT_FIELD.eventTime,
  ALERT_FIELD.ancestorId,
  ALERT_FIELD.ancestorIndex,
  ALERT_FIELD.requestTime,
  'host.name',
  'process.entity_id',
  'process.args',
  'process.command_line',
  'process.executable',
  'process.working_directory',
  'source',
  'http',
  'url',
  'user_agent',
];

/** Reports through alerting's alertsClient, which writes after the run; asks the alerts index what is stored already. */
export const createFrameworkAlertWriter = (
  { rule, services, spaceId }: RuleRun,
  publicBaseUrl: string | undefined
): AlertWriter => {
  const { alertsClient, scopedClusterClient } = services;
  const searchStored = async (
    instanceIds: readonly string[],
    fields: readonly string[]
  ): Promise<readonly AlertDocument[]> => {
    const stored: AlertDocument[] = [];
    for (let start = 0; start < instanceIds.length; start += MOST_IDS) {
      const ids = instanceIds.slice(start, start + MOST_IDS);
      const { hits } = await scopedClusterClient.asInternalUser
        .search({
          index: ALERTS_INDEX,
          ignore_unavailable: true,
          allow_no_indices: true,
          // An alert that a failing shard holds would be raised twice.
          allow_partial_search_results: false,
          size: ids.length,
          _source: [ALERT_FIELD.instanceId, ...fields],
          query: {
            bool: {
              filter: [
                { term: { [ALERT_FIELD.ruleUuid]: rule.id } },
                { terms: { [ALERT_FIELD.instanceId]: ids } },
              ],
            },
          },
        })
        .catch((error: unknown) => {
          const reason = toElasticReason(error);
          throw new DomainError('alert_store_unavailable', { reason }, { cause: error });
        });
      for (const { _source } of hits.hits) stored.push(_source ?? {});
    }
    return stored;
  };
  return {
    ...createAlertReporter({
      alertsClient,
      ruleName: rule.name,
      toUrl: (uuid) => toAlertUrl(publicBaseUrl, spaceId, uuid),
    }),
    storesAfterRun: true,
    grow: (alerts) => growStoredAlerts(scopedClusterClient.asInternalUser, rule.id, alerts),
    foldRows: (instanceIds) => foldStoredRows(scopedClusterClient.asInternalUser, instanceIds),
    async findStoredIds(instanceIds) {
      const hits = await searchStored(instanceIds, []);
      return new Set(hits.map((document) => String(document[ALERT_FIELD.instanceId])));
    },
    findStored: (instanceIds) => searchStored(instanceIds, SOUGHT_FIELDS),
  };
};
