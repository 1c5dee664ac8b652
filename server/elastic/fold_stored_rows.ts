import type { estypes } from '@elastic/elasticsearch';
import type { ElasticsearchClient, SearchHit } from '@kbn/core/server';
import { ALERT_FIELD } from '../../common/alert/alert_document';
import { foldRow, toRowMember, type RowMember } from '../../common/alert/fold_row';
import { DomainError } from '../../common/errors/domain_error';
import { findText, getValues } from '../../common/event/get_values';
import { ALERTS_INDEX } from './alerts_index';
import { toElasticReason } from './to_elastic_reason';

/** Below Elasticsearch's limits of terms in a query and of hits of one search. */
const MOST_TERMS = 10_000;
const MOST_HITS = 10_000;

const MEMBER_FIELDS = [
  ALERT_FIELD.uuid,
  ALERT_FIELD.rowId,
  ALERT_FIELD.rowFolded,
  ALERT_FIELD.raisedAt,
  ALERT_FIELD.treeId,
  ALERT_FIELD.severity,
  ALERT_FIELD.status,
];

/**
 * Folds the rows of stored alerts. Alerting stores what a run reports when the run is over, each rule on its own, so this is
 * done by the next run of either; until then an alert of the other rule may stand as a row beside it.
 * @throws DomainError `alert_store_unavailable`
 */
export const foldStoredRows = async (
  client: ElasticsearchClient,
  instanceIds: readonly string[]
): Promise<void> => {
  const search = async (
    filter: estypes.QueryDslQueryContainer,
    fields: string[]
  ): Promise<SearchHit[]> => {
    const { hits } = await client
      .search({
        index: ALERTS_INDEX,
        ignore_unavailable: true,
        allow_no_indices: true,
        size: MOST_HITS,
        _source: fields,
        query: { bool: { filter: [filter] } },
      })
      .catch(throwUnavailable);
    return hits.hits;
  };
  if (instanceIds.length === 0) return;
  const reported = await search(
    { terms: { [ALERT_FIELD.instanceId]: instanceIds.slice(0, MOST_TERMS) } },
    [ALERT_FIELD.rowId, ALERT_FIELD.treeProcesses]
  );
  const leadOf = toLeads(reported);
  const rowIds = [...leadOf.keys()].slice(0, MOST_TERMS);
  if (rowIds.length === 0) return;
  const stored = await search({ terms: { [ALERT_FIELD.rowId]: rowIds } }, MEMBER_FIELDS);
  const rows = new Map<string, RowMember[]>();
  for (const { _id, _source } of stored) {
    const member = toRowMember({ [ALERT_FIELD.uuid]: _id, ..._source });
    if (!member) continue;
    const lead = leadOf.get(member.rowId) ?? member.rowId;
    rows.set(lead, [...(rows.get(lead) ?? []), member]);
  }
  const indexOf = new Map(stored.map(({ _id, _index }) => [_id, _index]));
  const operations = [...rows.values()]
    .flatMap(foldRow)
    .flatMap(({ uuid, fields }) => [
      { update: { _index: indexOf.get(uuid), _id: uuid } },
      { doc: fields },
    ]);
  // What another writer changes at the same moment is folded by the next run.
  if (operations.length > 0) await client.bulk({ operations }).catch(throwUnavailable);
};

/** To which row each row belongs: an alert about a process in the middle of a tree belongs to the tree's. */
const toLeads = (reported: readonly SearchHit[]): ReadonlyMap<string, string> => {
  const leads = new Map<string, string>();
  for (const { _source = {} } of reported) {
    const rowId = findText(_source, ALERT_FIELD.rowId);
    if (rowId === undefined) continue;
    for (const process of getValues(_source, ALERT_FIELD.treeProcesses)) {
      leads.set(String(process), rowId);
    }
  }
  for (const { _source = {} } of reported) {
    const rowId = findText(_source, ALERT_FIELD.rowId);
    if (rowId !== undefined && !leads.has(rowId)) leads.set(rowId, rowId);
  }
  return leads;
};

const throwUnavailable = (error: unknown): never => {
  throw new DomainError(
    'alert_store_unavailable',
    { reason: toElasticReason(error) },
    { cause: error }
  );
};
