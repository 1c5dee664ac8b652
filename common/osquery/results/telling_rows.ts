import { shorten } from '../../alert/shorten';
import type { ResultTable } from '../result_table';
import type { ConcernFacts } from './concern_facts';
import { rankRows, type Concern } from './rank_rows';

/** One row of the host that speaks of the alert, in a line. */
export interface TellingRow {
  readonly concerns: readonly Concern[];
  /** `pid 7307 · remote_address 203.0.113.66 · state ESTABLISHED` */
  readonly text: string;
  /** How much it tells beside rows of other queries: a connection or port more than a file, a file more than a program. */
  readonly weight: number;
}

const LONGEST_TEXT = 200;

/** Columns that say what a row is about, in the order they are read. Of other tables the first columns are taken. */
const TELLING_COLUMNS = [
  ...['pid', 'name', 'cmdline', 'command', 'path', 'remote_address', 'remote_port'],
  ...['address', 'port', 'state', 'username', 'event', 'key', 'value'],
];
/** What every process holds open: its terminal, its nothing, its server's logs. */
const EVERYBODYS_FILE = /^\/dev\/|^\/var\/log\/|\.log$|^(?:pipe|socket|anon_inode):/;
const MOST_OTHER_COLUMNS = 5;

/**
 * What a table has of the alert's own process, its files and whom it spoke to, what tells most first. Rows of its user alone
 * are left out: a web server's account owns most of what runs. So are rows that say nothing beyond its pid.
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
    .flatMap(({ cells, concerns }) => {
      const read = (column: string): string => cells[columns.indexOf(column)] ?? '';
      const weight = toTellingWeight(read, concerns);
      return weight > 0 ? [{ concerns, text: toText(columns, read), weight }] : [];
    })
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most);
};

/** Rows of several queries in the order of what they tell. Two queries may answer with one process, one with fewer columns. */
export const mergeTellingRows = <Row extends TellingRow>(rows: readonly Row[]): readonly Row[] =>
  rows
    .filter(
      ({ text }, place) =>
        !rows.some((other, at) =>
          other.text === text ? at < place : other.text.endsWith(` · ${text}`)
        )
    )
    .sort((a, b) => b.weight - a.weight);

type Read = (column: string) => string;

const toTellingWeight = (read: Read, concerns: readonly Concern[]): number => {
  if (concerns.includes('address') || concerns.includes('public_address')) return 4;
  if (!NO_PORT.has(read('port')) || !NO_PORT.has(read('remote_port'))) return 3;
  if (concerns.includes('file')) return 2;
  const isOpenFile = read('fd') !== '';
  if (isOpenFile) return read('path') === '' || EVERYBODYS_FILE.test(read('path')) ? 0 : 1;
  return 1;
};

const NO_PORT = new Set(['', '0']);

const toText = (columns: readonly string[], read: Read): string => {
  const telling = TELLING_COLUMNS.filter((name) => columns.includes(name));
  const shown = telling.length > 0 ? telling : columns.slice(0, MOST_OTHER_COLUMNS);
  const parts = shown.flatMap((name) => (read(name) === '' ? [] : [`${name} ${read(name)}`]));
  return shorten(parts.join(' · '), LONGEST_TEXT);
};
