import { i18n } from '@kbn/i18n';
import type { ResultTable } from '../../../common/osquery/result_table';
import type { ConcernFacts } from '../../../common/osquery/results/concern_facts';
import { rankRows } from '../../../common/osquery/results/rank_rows';
import { toConcernWord } from './concern_word';

/** The table with the rows first that concern the alert, and a column that says why; without it where none does. */
export const toMarkedTable = (table: ResultTable, facts: ConcernFacts): ResultTable => {
  const ranked = rankRows(table, facts);
  if (ranked.every(({ concerns }) => concerns.length === 0)) {
    return { ...table, rows: ranked.map(({ cells }) => cells) };
  }
  return {
    columns: [{ name: concernsTitle(), type: 'text' }, ...table.columns],
    rows: ranked.map(({ cells, concerns }) => [concerns.map(toConcernWord).join(', '), ...cells]),
  };
};

const concernsTitle = (): string =>
  i18n.translate('webServerRce.result.concerns', { defaultMessage: 'This alert’s' });
