import type { AlertQuery } from '../../common/api/find_alerts';
import type { AlertRow } from '../store/alerts/alert_row';

type Sortable = string | number;

/** A row with what it is sorted by, which is found once and not in each comparison. */
export interface SortedRow {
  readonly row: AlertRow;
  /** Of several values the smallest (descending: the largest), as Elasticsearch takes it. */
  readonly value: Sortable | undefined;
}

const VALUES: Record<AlertQuery['sortField'], (row: AlertRow) => Sortable | readonly string[]> = {
  eventTime: ({ eventTime }) => eventTime,
  raisedAt: ({ raisedAt }) => raisedAt,
  host: ({ hosts }) => hosts,
  user: ({ users }) => users,
  process: ({ processes }) => processes,
  // Severities sort by what they mean, not by their letters.
  severity: ({ riskScore }) => riskScore,
  riskScore: ({ riskScore }) => riskScore,
  status: ({ status }) => status,
};

type Order = Pick<AlertQuery, 'sortField' | 'sortOrder'>;

export const toSortedRow = (row: AlertRow, { sortField, sortOrder }: Order): SortedRow => {
  const values = VALUES[sortField](row);
  if (typeof values !== 'object') return { row, value: values };
  const direction = toDirection(sortOrder);
  const [value] =
    values.length > 1 ? [...values].sort((a, b) => direction * compare(a, b)) : values;
  return { row, value };
};

/** Orders rows as Elasticsearch does: those without a value come last. */
export const compareRows = (
  order: AlertQuery['sortOrder']
): ((a: SortedRow, b: SortedRow) => number) => {
  const direction = toDirection(order);
  return ({ row: a, value: left }, { row: b, value: right }) => {
    // The uuid breaks ties, so that paging neither repeats nor skips.
    if (left === right) return compare(a.uuid, b.uuid);
    if (left === undefined || right === undefined) return left === undefined ? 1 : -1;
    return direction * compare(left, right);
  };
};

const toDirection = (order: AlertQuery['sortOrder']): 1 | -1 => (order === 'asc' ? 1 : -1);

const compare = (a: Sortable, b: Sortable): number => (a < b ? -1 : a > b ? 1 : 0);
