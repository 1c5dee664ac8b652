/** Which listening ports of a host are new to it, from what it showed before an alert. */
import type { ResultTable } from '../result_table';
import type { Look } from './look';

/** No earlier look shows it · earlier looks began to show it within the day before · its program was started within that day. */
export type Novelty = 'new_listener' | 'recent_listener' | 'recent_program';

/** What is new about a row of a table, by the row. */
export type Novelties = ReadonlyMap<readonly string[], Novelty>;

/** Milliseconds before an alert in which something is new. */
export const RECENT_MS = 24 * 3_600_000;

const PLACE = ['protocol', 'address', 'port'];
const PROGRAM = ['path', 'name'];

/** Whether the rows are places where programs listen: of `listening_ports`, joined with others or not. */
export const isListenerTable = ({ columns }: ResultTable): boolean =>
  PLACE.every((wanted) => columns.some(({ name }) => name === wanted));

/**
 * A listener is its protocol, address and port, and its program where the query names it. Where the looks reach back less than
 * a day they can't tell what is usual, and the start of a program counts as well, which such a query calls `started`.
 * @param looks answers to the same query before the alert, in order of time
 * @param eventMs the alert's moment
 */
export const findNewListeners = (
  table: ResultTable,
  looks: readonly Look[],
  eventMs: number
): Novelties => {
  const dayBefore = eventMs - RECENT_MS;
  const firstShown = new Map<string, number>();
  for (const look of looks) {
    const toKey = createToKey(look.table);
    for (const cells of look.table.rows) {
      const key = toKey(cells);
      if (!firstShown.has(key)) firstShown.set(key, look.at);
    }
  }
  const begin = looks[0]?.at;
  const toKey = createToKey(table);
  const [port, started] = ['port', 'started'].map((name) => findPlace(table, name));
  const toNovelty = (cells: readonly string[]): Novelty | undefined => {
    if (NO_PORT.has(cells[port ?? -1] ?? '')) return undefined;
    const shown = firstShown.get(toKey(cells));
    if (begin !== undefined && shown === undefined) return 'new_listener';
    if (shown !== undefined && shown !== begin && shown > dayBefore) return 'recent_listener';
    const isStartTelling = begin === undefined || begin > dayBefore;
    return isStartTelling && toMoment(cells[started ?? -1]) > dayBefore
      ? 'recent_program'
      : undefined;
  };
  return new Map(
    table.rows.flatMap((cells) => {
      const novelty = toNovelty(cells);
      return novelty === undefined ? [] : [[cells, novelty]];
    })
  );
};

/** A Unix socket has none. */
const NO_PORT = new Set(['', '0']);

const findPlace = ({ columns }: ResultTable, wanted: string): number =>
  columns.findIndex(({ name }) => name === wanted);

const createToKey = (table: ResultTable): ((cells: readonly string[]) => string) => {
  const places = [...PLACE, ...PROGRAM].map((name) => findPlace(table, name));
  return (cells) => JSON.stringify(places.map((place) => cells[place] ?? ''));
};

/** Of SQLite's `datetime`, which is UTC; NaN where there is none. */
const toMoment = (text = ''): number => Date.parse(`${text.replace(' ', 'T')}Z`);
