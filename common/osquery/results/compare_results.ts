/** What changed between two runs of one query. */
import type { ResultTable } from '../result_table';

export interface ComparedRow {
  readonly kind: 'added' | 'gone' | 'changed';
  /** As they are now; of a row that is gone as they were. */
  readonly cells: readonly string[];
  /** Of a changed row: what the changed cells held before, by the index of their column. */
  readonly before: ReadonlyMap<number, string>;
}

export interface ResultComparison {
  /** Those of the later run, then those only the earlier one had. */
  readonly columns: ResultTable['columns'];
  /** Added, changed, gone. */
  readonly rows: readonly ComparedRow[];
  /** Rows that are in both and the same. */
  readonly same: number;
}

/** Columns that say which thing a row is about; the others say how it is. */
const IDENTITY: ReadonlySet<string> = new Set([
  ...['pid', 'start_time', 'fd', 'socket', 'protocol', 'local_address', 'local_port'],
  ...['remote_address', 'remote_port', 'address', 'port', 'path', 'directory', 'filename'],
  ...['uid', 'gid', 'username', 'groupname', 'key', 'key_file', 'minute', 'hour', 'command'],
  ...['id', 'name', 'label', 'unit', 'source', 'device', 'interface', 'mac', 'history_file'],
]);

/**
 * Rows are the same thing where all columns agree that say which thing it is. Where there is no such column a row is
 * what it holds, and can be added or gone but not changed. Of several alike the first is compared with the first.
 */
export const compareResults = (earlier: ResultTable, later: ResultTable): ResultComparison => {
  const names = [...new Set([...later.columns, ...earlier.columns].map(({ name }) => name))];
  const before = align(earlier, names);
  const after = align(later, names);
  const identity = names.flatMap((name, index) => (IDENTITY.has(name) ? [index] : []));
  const known = toKeyed(before, identity);
  const rows: ComparedRow[] = [];
  const changed: ComparedRow[] = [];
  let same = 0;
  for (const [key, cells] of toKeyed(after, identity)) {
    const old = known.get(key);
    known.delete(key);
    if (old === undefined) {
      rows.push({ kind: 'added', cells, before: NOTHING });
      continue;
    }
    const differing = cells.flatMap((cell, index) =>
      cell === old[index] ? [] : [[index, old[index] ?? ''] as const]
    );
    if (differing.length === 0) same += 1;
    else changed.push({ kind: 'changed', cells, before: new Map(differing) });
  }
  const gone = [...known.values()].map((cells): ComparedRow => ({
    kind: 'gone',
    cells,
    before: NOTHING,
  }));
  const types = new Map(
    [...earlier.columns, ...later.columns].map(({ name, type }) => [name, type])
  );
  return {
    columns: names.map((name) => ({ name, type: types.get(name) ?? 'text' })),
    rows: [...rows, ...changed, ...gone],
    same,
  };
};

const NOTHING: ReadonlyMap<number, string> = new Map();

/** The rows with a cell for each of these columns. */
const align = ({ columns, rows }: ResultTable, names: readonly string[]): readonly string[][] => {
  const places = names.map((name) => columns.findIndex((column) => column.name === name));
  return rows.map((cells) => places.map((place) => cells[place] ?? ''));
};

const toKeyed = (
  rows: readonly string[][],
  identity: readonly number[]
): Map<string, readonly string[]> => {
  const seen = new Map<string, number>();
  const keyed = new Map<string, readonly string[]>();
  for (const cells of rows) {
    const parts = identity.length === 0 ? cells : identity.map((index) => cells[index] ?? '');
    const key = JSON.stringify(parts);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    keyed.set(`${count} ${key}`, cells);
  }
  return keyed;
};
