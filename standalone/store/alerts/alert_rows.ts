import type { AlertRow } from './alert_row';

export interface AlertRows {
  /** Adds rows, or puts them in the place of those with the same uuid. */
  put(rows: readonly AlertRow[]): void;
  remove(uuids: readonly string[]): void;
  find(uuid: string): AlertRow | undefined;
  /** All alerts of a row, folded ones too. */
  members(rowId: string): readonly AlertRow[];
  /**
   * Listed alerts of a period, both ends inclusive, in order of event time and uuid. Of the whole time it is the same list until
   * an alert comes, goes, or names other hosts, users, servers, sources or signs.
   */
  list(from: number, to: number): readonly AlertRow[];
  /** Listed and folded ones, in the same order. */
  all(): readonly AlertRow[];
}

/** The rows of all alerts in memory: reading and parsing 50,000 of them for each question took a second. */
export const createAlertRows = (): AlertRows => {
  const byUuid = new Map<string, AlertRow>();
  /** Of rows of several alerts alone: most have one. */
  const shared = new Map<string, Set<string>>();
  const firstOf = new Map<string, string>();
  const share = createSharing();
  let listed: readonly AlertRow[] | undefined;

  const toListed = (): readonly AlertRow[] =>
    (listed ??= [...byUuid.values()].filter(({ isFolded }) => !isFolded).sort(compareByTime));

  const join = ({ uuid, rowId }: AlertRow): void => {
    const first = firstOf.get(rowId);
    if (first === undefined) firstOf.set(rowId, uuid);
    else if (first !== uuid) shared.set(rowId, (shared.get(rowId) ?? new Set([first])).add(uuid));
  };
  const leave = ({ uuid, rowId }: AlertRow): void => {
    shared.get(rowId)?.delete(uuid);
    if (firstOf.get(rowId) !== uuid) return;
    const [next] = shared.get(rowId) ?? [];
    if (next === undefined) firstOf.delete(rowId);
    else firstOf.set(rowId, next);
  };

  return {
    put(rows) {
      for (const row of rows) {
        const before = byUuid.get(row.uuid);
        const next = {
          ...row,
          hosts: share(row.hosts),
          users: share(row.users),
          processes: share(row.processes),
          servers: share(row.servers),
          sources: share(row.sources),
          signKinds: share(row.signKinds),
        };
        if (before && before.rowId !== row.rowId) leave(before);
        join(next);
        // In the same place nothing has to be sorted or counted again.
        if (before && isSamePlace(before, next)) Object.assign(before, next);
        else {
          byUuid.set(row.uuid, next);
          listed = undefined;
        }
      }
    },
    remove(uuids) {
      for (const uuid of uuids) {
        const row = byUuid.get(uuid);
        if (row) leave(row);
        byUuid.delete(uuid);
      }
      listed = undefined;
    },
    find: (uuid) => byUuid.get(uuid),
    members(rowId) {
      const first = firstOf.get(rowId);
      const uuids = shared.get(rowId) ?? (first === undefined ? [] : [first]);
      return [...uuids].flatMap((uuid) => byUuid.get(uuid) ?? []);
    },
    list(from, to) {
      const rows = toListed();
      const start = findPlace(rows, (row) => row.eventTime >= from);
      const end = findPlace(rows, (row) => row.eventTime > to);
      return start === 0 && end === rows.length ? rows : rows.slice(start, end);
    },
    all: () => [...byUuid.values()].sort(compareByTime),
  };
};

const isSamePlace = (a: AlertRow, b: AlertRow): boolean =>
  a.eventTime === b.eventTime &&
  a.isFolded === b.isFolded &&
  a.hosts === b.hosts &&
  a.users === b.users &&
  a.servers === b.servers &&
  a.sources === b.sources &&
  a.signKinds === b.signKinds;

const compareByTime = (a: AlertRow, b: AlertRow): number =>
  a.eventTime - b.eventTime || (a.uuid < b.uuid ? -1 : 1);

/** Place of the first row that is past a bound; rows are in order. */
const findPlace = (rows: readonly AlertRow[], isPast: (row: AlertRow) => boolean): number => {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = rows[middle];
    if (row && isPast(row)) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** Most alerts name the same few hosts, users and processes: one list of each in memory will do. */
const createSharing = (): (<T extends string>(values: readonly T[]) => readonly T[]) => {
  const shared = new Map<string, readonly string[]>();
  return <T extends string>(values: readonly T[]): readonly T[] => {
    const key = JSON.stringify(values);
    const known = shared.get(key);
    if (known) return known as readonly T[];
    if (shared.size < 10_000) shared.set(key, values);
    return values;
  };
};
