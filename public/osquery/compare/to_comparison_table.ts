import { i18n } from '@kbn/i18n';
import type {
  ComparedRow,
  ResultComparison,
} from '../../../common/osquery/results/compare_results';
import type { ResultTable } from '../../../common/osquery/result_table';

/** A comparison as a table: what became of each row, and in changed cells what they held before. */
export const toComparisonTable = ({ columns, rows }: ResultComparison): ResultTable => ({
  columns: [
    {
      name: i18n.translate('webServerRce.compare.change', { defaultMessage: 'Change' }),
      type: 'text',
    },
    ...columns,
  ],
  rows: rows.map(({ kind, cells, before }) => [
    CHANGE_WORDS[kind](),
    ...cells.map((cell, index) => {
      const old = before.get(index);
      return old === undefined ? cell : `${old} → ${cell}`;
    }),
  ]),
});

const CHANGE_WORDS: Readonly<Record<ComparedRow['kind'], () => string>> = {
  added: () => i18n.translate('webServerRce.compare.added', { defaultMessage: 'added' }),
  gone: () => i18n.translate('webServerRce.compare.gone', { defaultMessage: 'gone' }),
  changed: () => i18n.translate('webServerRce.compare.changed', { defaultMessage: 'changed' }),
};

/** How much became of how many rows, in one sentence. */
export const toComparisonText = ({ rows, same }: ResultComparison): string => {
  const count = (kind: ComparedRow['kind']): number =>
    rows.filter((row) => row.kind === kind).length;
  return i18n.translate('webServerRce.compare.summary', {
    defaultMessage:
      '{added, number} added, {changed, number} changed, {gone, number} gone, {same, number} the same',
    values: { added: count('added'), changed: count('changed'), gone: count('gone'), same },
  });
};
