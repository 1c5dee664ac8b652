import type { ResultRow } from '../../../engines/osquery';
import type { ResultPage } from './live_query_request';

/** A column in the results index: as text, and a second time as a number where it is one. */
const COLUMN_FIELD = /^osquery\.(.+?)(\.number)?$/s;

const compareTexts = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
const compareNumbers = (a: string, b: string): number => Number(a) - Number(b);

/**
 * Rows in the order of a field of the results index, those without a value last, as Elasticsearch sorts them.
 * By any other field, such as `@timestamp`, all rows of a query are equal and stay as Osquery gave them.
 */
export const sortRows = (
  rows: readonly ResultRow[],
  { sort, sortOrder }: Pick<ResultPage, 'sort' | 'sortOrder'>
): readonly ResultRow[] => {
  const [, column, asNumber] = COLUMN_FIELD.exec(sort) ?? [];
  if (column === undefined) return rows;
  const compare = asNumber === undefined ? compareTexts : compareNumbers;
  const sign = sortOrder === 'asc' ? 1 : -1;
  return [...rows].sort((one, other) => {
    const [a, b] = [one[column] ?? '', other[column] ?? ''];
    if (a === '' || b === '') return Number(a === '') - Number(b === '');
    return sign * compare(a, b);
  });
};
