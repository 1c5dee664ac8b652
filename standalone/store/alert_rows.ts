import type { AlertRow } from './alert_row';

export interface AlertRows {
  add(rows: readonly AlertRow[]): void;
  setStatus(uuids: readonly string[], status: string): void;
  remove(uuids: readonly string[]): void;
  find(uuid: string): AlertRow | undefined;
  /** Rows of a period, both ends inclusive, in order of event time and uuid. */
  list(from: number, to: number): readonly AlertRow[];
}

/** Its status is all that changes of a row, and its place does not depend on that. */
type ChangingRow = Omit<AlertRow, 'status'> & { status: string };

/** The rows of all alerts in memory: reading and parsing 50,000 of them for each question took a second. */
export const createAlertRows = (): AlertRows => {
  const byUuid = new Map<string, ChangingRow>();
  const share = createSharing();
  let ordered: AlertRow[] = [];
  let isOrdered = true;

  const toOrdered = (): readonly AlertRow[] => {
    if (isOrdered) return ordered;
    ordered = [...byUuid.values()].sort(compareByTime);
    isOrdered = true;
    return ordered;
  };

  return {
    add(rows) {
      for (const row of rows) {
        byUuid.set(row.uuid, {
          ...row,
          hosts: share(row.hosts),
          users: share(row.users),
          processes: share(row.processes),
        });
      }
      isOrdered = false;
    },
    setStatus(uuids, status) {
      for (const uuid of uuids) {
        const row = byUuid.get(uuid);
        if (row) row.status = status;
      }
    },
    remove(uuids) {
      for (const uuid of uuids) byUuid.delete(uuid);
      isOrdered = false;
    },
    find: (uuid) => byUuid.get(uuid),
    list(from, to) {
      const rows = toOrdered();
      const start = findPlace(rows, (row) => row.eventTime >= from);
      const end = findPlace(rows, (row) => row.eventTime > to);
      return start === 0 && end === rows.length ? rows : rows.slice(start, end);
    },
  };
};

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
const createSharing = (): ((values: readonly string[]) => readonly string[]) => {
  const shared = new Map<string, readonly string[]>();
  return (values) => {
    const key = JSON.stringify(values);
    const known = shared.get(key);
    if (known) return known;
    if (shared.size < 10_000) shared.set(key, values);
    return values;
  };
};
