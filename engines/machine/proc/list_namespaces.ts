/**
 * Which network namespaces do processes live in? A process may hide the link that names its namespace, even
 * from root; the inode of its list of unix sockets then tells, for no other namespace shares it.
 */
import type { MachineFiles } from '../files/machine_files';

export interface NetNamespace {
  /** Inode of the namespace, `0` where no process shows it. */
  readonly name: string;
  /** Inode of its list of unix sockets; undefined where that can't be read. */
  readonly listId: bigint | undefined;
  /** A process through which it can be read. */
  readonly reader: number;
}

const UNKNOWN_NAME = '0';
const LINK = /^net:\[(\d+)\]$/;

const findName = (files: MachineFiles, process: number | 'self'): string | undefined =>
  LINK.exec(files.readLink(`/proc/${process}/ns/net`) ?? '')?.[1];

const findListId = (files: MachineFiles, process: number | 'self'): bigint | undefined =>
  files.stat(`/proc/${process}/net/unix`)?.ino;

/** Each namespace of the processes once. */
export const listNamespaces = (files: MachineFiles, pids: readonly number[]): NetNamespace[] => {
  const named = new Map<string, NetNamespace>();
  const hiding: number[] = [];
  for (const reader of pids) {
    const name = findName(files, reader);
    if (name === undefined) hiding.push(reader);
    // A process that ends meanwhile can't be read through: the next one of its namespace may be.
    else if (named.get(name)?.listId === undefined) {
      named.set(name, { name, listId: findListId(files, reader), reader });
    }
  }
  const namespaces = new Map([...named.values()].map((one) => [one.listId, one]));
  const ours = hiding.length > 0 ? findListId(files, 'self') : undefined;
  for (const reader of hiding) {
    const listId = findListId(files, reader);
    if (listId === undefined || namespaces.has(listId)) continue;
    const name = listId === ours ? findName(files, 'self') : undefined;
    namespaces.set(listId, { name: name ?? UNKNOWN_NAME, listId, reader });
  }
  return [...namespaces.values()];
};
