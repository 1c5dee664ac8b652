/** Which rows of a result concern an alert: they stand first, and kernel threads last. */
import { isPrivateAddress } from '../../shell';
import type { Novelties, Novelty } from '../looks/new_listeners';
import type { ResultTable } from '../result_table';
import type { ConcernFacts } from './concern_facts';

/** Its process or a descendant · a file it names or wrote · an address or a port it names · a connection to a public address · its user · what is new to the host. */
export type Concern = 'process' | 'file' | 'address' | 'port' | 'public_address' | 'user' | Novelty;

export interface RankedRow {
  readonly cells: readonly string[];
  readonly concerns: readonly Concern[];
}

const USER_COLUMNS = ['uid', 'euid', 'username', 'user'];
const FILE_COLUMNS = ['path', 'directory', 'cwd', 'target_path'];
/** In these a file is one word among others. */
const COMMAND_COLUMNS = ['command', 'cmdline'];
const PORT_COLUMNS = ['port', 'local_port', 'remote_port'];
/** `kthreadd`, whose children are all threads of the kernel. */
const KERNEL_THREADS = '2';

/** The rows in the order of their weight; those of one weight keep theirs. */
export const rankRows = (
  table: ResultTable,
  facts: ConcernFacts,
  novelties: Novelties = NOTHING_NEW
): readonly RankedRow[] => {
  const places = new Map(table.columns.map(({ name }, index) => [name, index]));
  const read = (cells: readonly string[], column: string): string =>
    cells[places.get(column) ?? -1] ?? '';
  const family = findFamily(table.rows, facts.pids, read);
  const toConcerns = (cells: readonly string[]): Concern[] => [
    ...toNoveltyConcerns(novelties.get(cells)),
    ...(family.has(read(cells, 'pid')) || family.has(read(cells, 'parent'))
      ? (['process'] as const)
      : []),
    ...(FILE_COLUMNS.some((column) => facts.files.has(read(cells, column))) ||
    COMMAND_COLUMNS.some((column) => holdsWord(read(cells, column), facts.files))
      ? (['file'] as const)
      : []),
    ...toAddressConcerns(read(cells, 'remote_address'), facts),
    ...(PORT_COLUMNS.some((column) => facts.ports.has(read(cells, column)))
      ? (['port'] as const)
      : []),
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

const NOTHING_NEW: Novelties = new Map();

const toNoveltyConcerns = (novelty: Novelty | undefined): readonly Concern[] =>
  novelty === undefined ? [] : [novelty];

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

const holdsWord = (text: string, words: ReadonlySet<string>): boolean =>
  text.split(/\s+/).some((word) => words.has(word));

/** One it names says more than that it is public. */
const toAddressConcerns = (address: string, { addresses }: ConcernFacts): readonly Concern[] => {
  if (addresses.has(address)) return ['address'];
  return isPublic(address) ? ['public_address'] : [];
};

const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f.:]*:[\da-f.:]*)$/i;

const isPublic = (text: string): boolean => ADDRESS.test(text) && !isPrivateAddress(text);

/** What is new to the host weighs more than all that an alert has in common with what is old. */
const WEIGHTS: Readonly<Record<Concern, number>> = {
  new_listener: 64,
  recent_listener: 48,
  process: 16,
  address: 12,
  recent_program: 8,
  port: 6,
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
