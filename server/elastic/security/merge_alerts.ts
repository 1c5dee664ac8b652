import type { ListedAlert } from '../../../common/alert/listed_alert';
import type { AlertQuery, ValueCount } from '../../../common/api/find_alerts';

type Order = Pick<AlertQuery, 'sortField' | 'sortOrder'>;
type Sortable = string | number | undefined;

const VALUES: Record<AlertQuery['sortField'], (alert: ListedAlert) => Sortable> = {
  eventTime: ({ eventTime }) => Date.parse(eventTime),
  raisedAt: ({ raisedAt }) => Date.parse(raisedAt),
  host: ({ host }) => host,
  user: ({ user }) => user,
  process: ({ process }) => process,
  // Severities sort by what they mean, not by their letters.
  severity: ({ riskScore }) => riskScore,
  riskScore: ({ riskScore }) => riskScore,
  status: ({ status }) => status,
};

/** Puts alerts between others that are in order already, and leaves the order of those as Elasticsearch gave it. */
export const mergeAlerts = (
  ordered: readonly ListedAlert[],
  others: readonly ListedAlert[],
  order: Order
): ListedAlert[] => {
  const compare = createComparison(order);
  const waiting = [...others].sort(compare);
  const merged: ListedAlert[] = [];
  let next = 0;
  for (const alert of ordered) {
    for (let other = waiting[next]; other && compare(other, alert) < 0; other = waiting[next]) {
      merged.push(other);
      next += 1;
    }
    merged.push(alert);
  }
  return [...merged, ...waiting.slice(next)];
};

/** Those without a value come last; ids break ties, so that paging neither repeats nor skips. */
const createComparison = ({ sortField, sortOrder }: Order) => {
  const direction = sortOrder === 'asc' ? 1 : -1;
  return (a: ListedAlert, b: ListedAlert): number => {
    const [left, right] = [VALUES[sortField](a), VALUES[sortField](b)];
    if (left === right) return a.id < b.id ? -1 : 1;
    if (left === undefined || right === undefined) return left === undefined ? 1 : -1;
    return left < right ? -direction : direction;
  };
};

/** As many choices as a filter shows. */
const MOST_VALUES = 50;

/** Counts of values with those of further alerts in them, the most frequent first. */
export const addCounts = (
  counts: readonly ValueCount[],
  values: readonly (string | undefined)[]
): ValueCount[] => {
  const sums = new Map(counts.map(({ value, count }) => [value, count]));
  for (const value of values) {
    if (value !== undefined) sums.set(value, (sums.get(value) ?? 0) + 1);
  }
  return [...sums]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, MOST_VALUES);
};
