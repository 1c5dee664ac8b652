import {
  LONGEST_FILTER_VALUE,
  type AlertPage,
  type ValueCount,
} from '../../common/api/find_alerts';
import type { AlertRow } from '../store/alerts/alert_row';

/** As many hosts and users as Elasticsearch's aggregations answer. */
const MOST_VALUES = 50;

type ValueCounts = Pick<AlertPage, 'hosts' | 'users' | 'servers' | 'sources' | 'signKinds'>;

/** How many rows have each value that a filter may ask for, the most frequent first. */
export const createValueCounter = (): ((rows: readonly AlertRow[]) => ValueCounts) => {
  /** The list of the whole time stays the same between two alerts, and is asked for with every letter of a search. */
  const known = new WeakMap<readonly AlertRow[], ValueCounts>();
  return (rows) => {
    const counts = known.get(rows) ?? countValues(rows);
    known.set(rows, counts);
    return counts;
  };
};

const countValues = (rows: readonly AlertRow[]): ValueCounts => ({
  hosts: countOf(rows, (row) => row.hosts),
  users: countOf(rows, (row) => row.users),
  servers: countOf(rows, (row) => row.servers),
  sources: countOf(rows, (row) => row.sources),
  signKinds: countOf(rows, (row) => row.signKinds),
});

const countOf = (
  rows: readonly AlertRow[],
  toValues: (row: AlertRow) => readonly string[]
): ValueCount[] => {
  // Most rows share few lists of values: those are counted, and their values once at the end.
  const lists = new Map<readonly string[], number>();
  for (const row of rows) countOne(lists, toValues(row), 1);
  const counts = new Map<string, number>();
  for (const [values, count] of lists) {
    for (const value of values) countOne(counts, value, count);
  }
  return toMostFrequent(counts);
};

const countOne = <T>(counts: Map<T, number>, key: T, count: number): void =>
  void counts.set(key, (counts.get(key) ?? 0) + count);

/** A value that is too long to ask for is no choice for a filter. */
const toMostFrequent = (counts: ReadonlyMap<string, number>): ValueCount[] =>
  [...counts]
    .filter(([value]) => value.length <= LONGEST_FILTER_VALUE)
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MOST_VALUES);
