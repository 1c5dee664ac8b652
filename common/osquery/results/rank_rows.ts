/** Which rows of a result concern an alert: they stand first, and kernel threads last. */
import { isPrivateAddress } from '../../shell';
import type { ResultTable } from '../result_table';
import type { ConcernFacts } from './concern_facts';

/** Its process or a descendant · a file it names · a connection to a public address · its user. */
export type Concern = 'process' | 'file' | 'public_address' | 'user';

export interface RankedRow {
  readonly cells: readonly string[];
  readonly concerns: readonly Concern[];
}

const USER_COLUMNS = ['uid', 'euid', 'username', 'user'];
const FILE_COLUMNS = ['path', 'directory', 'cwd', 'command', 'cmdline'];
/** `kthreadd`, whose children are all threads of the kernel. */
const KERNEL_THREADS = '2';

/** The rows in the order of their weight; those of one weight keep theirs. */
export const rankRows = (table: ResultTable, facts: ConcernFacts): readonly RankedRow[] => {
  const places = new Map(table.columns.map(({ name }, index) => [name, index]));
  const read = (cells: readonly string[], column: string): string =>
    cells[places.get(column) ?? -1] ?? '';
  const family = findFamily(table.rows, facts.pids, read);
  const toConcerns = (cells: readonly string[]): Concern[] => [
    ...(family.has(read(cells, 'pid')) || family.has(read(cells, 'parent'))
      ? (['process'] as const)
      : []),
    ...(FILE_COLUMNS.some((column) => facts.files.has(read(cells, column)))
      ? (['file'] as const)
      : []),
    ...(isPublic(read(cells, 'remote_address')) ? (['public_address'] as const) : []),
    ...(USER_COLUMNS.some((column) => facts.users.has(read(cells, column)))
      ? (['user'] as const)
      : []),
  ];
  return table.rows
    .map((cells) => ({ cells, concerns: toConcerns(cells) }))
    .map((row) => ({ row, weight: toWeight(row, read) }))
    .sort((a, b) => b.weight - a.weight)
    .map(({ row }) => row);
};

type Read = (cells: readonly string[], column: string) => string;

/** Of these everything descends. */
const NOBODYS = new Set(['', '0', '1']);

/** The processes and, where the rows say who started whom, all that they started. */
const findFamily = (
  rows: ResultTable['rows'],
  pids: readonly string[],
  read: Read
): ReadonlySet<string> => {
  const family = new Set<string>();
  const children = new Map<string, string[]>();
  for (const cells of rows) {
    const [parent, child] = [read(cells, 'parent'), read(cells, 'pid')];
    if (parent !== '' && child !== '')
      children.set(parent, [...(children.get(parent) ?? []), child]);
  }
  const open = pids.filter((pid) => !NOBODYS.has(pid));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (family.has(next)) continue;
    family.add(next);
    open.push(...(children.get(next) ?? []));
  }
  return family;
};

const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f.:]*:[\da-f.:]*)$/i;

const isPublic = (text: string): boolean => ADDRESS.test(text) && !isPrivateAddress(text);

const WEIGHTS: Readonly<Record<Concern, number>> = {
  process: 8,
  file: 4,
  public_address: 2,
  user: 1,
};

const toWeight = ({ cells, concerns }: RankedRow, read: Read): number => {
  if (concerns.length > 0) return concerns.reduce((sum, concern) => sum + WEIGHTS[concern], 0);
  const isKernelThread =
    read(cells, 'parent') === KERNEL_THREADS ||
    (read(cells, 'pid') === KERNEL_THREADS && read(cells, 'parent') === '0');
  return isKernelThread ? -1 : 0;
};
