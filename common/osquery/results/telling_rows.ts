import { shorten } from '../../alert/shorten';
import type { ResultTable } from '../result_table';
import type { ConcernFacts } from './concern_facts';
import { rankRows, type Concern } from './rank_rows';

/** One row of the host that speaks of the alert, in a line. */
export interface TellingRow {
  readonly concerns: readonly Concern[];
  /** `pid 7307 · remote_address 203.0.113.66 · state ESTABLISHED` */
  readonly text: string;
}

const LONGEST_TEXT = 200;

/** Columns that say what a row is about, in the order they are read. Of other tables the first columns are taken. */
const TELLING_COLUMNS = [
  ...['pid', 'name', 'cmdline', 'command', 'path', 'remote_address', 'remote_port'],
  ...['address', 'port', 'state', 'username', 'event'],
];
const MOST_OTHER_COLUMNS = 5;

/**
 * What a table has of the alert's own process, its files and whom it spoke to, the weightiest first. Rows of its user alone are
 * left out: a web server's account owns most of what runs.
 * @param most rows at most
 */
export const findTellingRows = (
  table: ResultTable,
  facts: ConcernFacts,
  most: number
): readonly TellingRow[] => {
  const columns = table.columns.map(({ name }) => name);
  return rankRows(table, facts)
    .filter(({ concerns }) => concerns.some((concern) => concern !== 'user'))
    .slice(0, most)
    .map(({ cells, concerns }) => ({ concerns, text: toText(columns, cells) }));
};

const toText = (columns: readonly string[], cells: readonly string[]): string => {
  const telling = TELLING_COLUMNS.filter((name) => columns.includes(name));
  const shown = telling.length > 0 ? telling : columns.slice(0, MOST_OTHER_COLUMNS);
  const parts = shown.flatMap((name) => {
    const value = cells[columns.indexOf(name)] ?? '';
    return value === '' ? [] : [`${name} ${value}`];
  });
  return shorten(parts.join(' · '), LONGEST_TEXT);
};
