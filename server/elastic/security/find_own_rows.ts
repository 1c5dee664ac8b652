import type { AlertsClient } from '@kbn/rule-registry-plugin/server';
import { ALERT_FIELD } from '../../../common/alert/alert_document';
import { findText, getValues } from '../../../common/event/get_values';
import { LISTED_ROWS } from '../alert_query_dsl';
import { ALERTS_INDEX, CHECKED_FIELDS } from '../alerts_index';

/** Below Elasticsearch's limit of hits of one search. */
const MOST_HITS = 10_000;

/** One of our rows. */
export interface OwnRow {
  readonly rowId: string;
  /** Of the alert that leads it. */
  readonly leaderId: string;
  /** The row's own id and those of its tree's other processes: rows that alerts about them would have. */
  readonly members: readonly string[];
}

/** Which of our rows stand for any of some commands, given by their rows' ids. */
export const findOwnRows = async (
  client: AlertsClient,
  rowIds: readonly string[]
): Promise<readonly OwnRow[]> => {
  if (rowIds.length === 0) return [];
  const { hits } = await client.find({
    index: ALERTS_INDEX,
    query: {
      bool: {
        filter: [LISTED_ROWS],
        should: [
          { terms: { [ALERT_FIELD.rowId]: [...rowIds] } },
          { terms: { [ALERT_FIELD.treeProcesses]: [...rowIds] } },
        ],
        minimum_should_match: 1,
      },
    },
    size: MOST_HITS,
    _source: [ALERT_FIELD.rowId, ALERT_FIELD.treeProcesses, ...CHECKED_FIELDS],
  });
  return hits.hits.flatMap(({ _id, _source = {} }) => {
    const rowId = findText(_source, ALERT_FIELD.rowId);
    if (rowId === undefined) return [];
    const processes = getValues(_source, ALERT_FIELD.treeProcesses).map(String);
    return [{ rowId, leaderId: _id, members: [rowId, ...processes] }];
  });
};
