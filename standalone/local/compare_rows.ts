import type { AlertQuery } from '../../common/api/find_alerts';
import type { AlertRow } from '../store/alert_row';

type Sortable = string | number;

const VALUES: Record<AlertQuery['sortField'], (row: AlertRow) => readonly Sortable[]> = {
  eventTime: ({ eventTime }) => [eventTime],
  raisedAt: ({ raisedAt }) => [raisedAt],
  host: ({ hosts }) => hosts,
  user: ({ users }) => users,
  process: ({ processes }) => processes,
  // Severities sort by what they mean, not by their letters.
  severity: ({ riskScore }) => [riskScore],
  riskScore: ({ riskScore }) => [riskScore],
  status: ({ status }) => [status],
};

/** Orders rows as Elasticsearch does: of several values the smallest (descending: the largest) counts, rows without one come last. */
export const compareRows = (
  field: AlertQuery['sortField'],
  order: AlertQuery['sortOrder']
): ((a: AlertRow, b: AlertRow) => number) => {
  const direction = order === 'asc' ? 1 : -1;
  const findValue = (row: AlertRow): Sortable | undefined =>
    [...VALUES[field](row)].sort((a, b) => direction * compare(a, b))[0];
  return (a, b) => {
    const [left, right] = [findValue(a), findValue(b)];
    // The uuid breaks ties, so that paging neither repeats nor skips.
    if (left === right) return compare(a.uuid, b.uuid);
    if (left === undefined || right === undefined) return left === undefined ? 1 : -1;
    return direction * compare(left, right);
  };
};

const compare = (a: Sortable, b: Sortable): number => (a < b ? -1 : a > b ? 1 : 0);
