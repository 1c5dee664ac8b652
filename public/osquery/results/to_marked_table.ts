import { i18n } from '@kbn/i18n';
import type { ResultTable } from '../../../common/osquery/result_table';
import type { ConcernFacts } from '../../../common/osquery/results/concern_facts';
import type { Novelties } from '../../../common/osquery/looks/new_listeners';
import { rankRows } from '../../../common/osquery/results/rank_rows';
import { toConcernWord } from './concern_word';

/** The table with the rows first that are new to the host or concern the alert, and a column that says why; without it where none does. */
export const toMarkedTable = (
  table: ResultTable,
  facts: ConcernFacts,
  novelties: Novelties
): ResultTable => {
  const ranked = rankRows(table, facts, novelties);
  if (ranked.every(({ concerns }) => concerns.length === 0)) {
    return { ...table, rows: ranked.map(({ cells }) => cells) };
  }
  return {
    columns: [{ name: markTitle(), type: 'text' }, ...table.columns],
    rows: ranked.map(({ cells, concerns }) => [concerns.map(toConcernWord).join(', '), ...cells]),
  };
};

const markTitle = (): string =>
  i18n.translate('webServerRce.result.mark', { defaultMessage: 'Marked as' });
