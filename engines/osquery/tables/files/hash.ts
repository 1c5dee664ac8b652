/** Which content do files have? Only the digests the query shows are computed, each file is read once. */
import { createHash } from 'node:crypto';
import type { MachineFiles } from '../../../machine';
import { listWantedFiles } from './list_wanted_files';
import type { TableDefinition, TableRow } from '../../table';

const ALGORITHMS = ['md5', 'sha1', 'sha256'] as const;

/** Digests by column; none where the file can't be read to its end. */
const readDigests = (
  files: MachineFiles,
  path: string,
  algorithms: readonly string[]
): TableRow => {
  const hashes = algorithms.map((algorithm) => ({ algorithm, hash: createHash(algorithm) }));
  const isWhole =
    hashes.length > 0 &&
    files.visitBytes(path, (bytes) => hashes.forEach(({ hash }) => hash.update(bytes)));
  if (!isWhole) return {};
  return Object.fromEntries(hashes.map(({ algorithm, hash }) => [algorithm, hash.digest('hex')]));
};

export const hashTable: TableDefinition = {
  name: 'hash',
  description: 'Digests of regular files by path or directory; LIKE as in the table file.',
  columns: [
    {
      ...{ name: 'path', type: 'TEXT', index: true, like: true, required: true },
      description: 'Absolute path',
    },
    {
      ...{ name: 'directory', type: 'TEXT', index: true, like: true, required: true },
      description: 'Directory the file is in',
    },
    { name: 'md5', type: 'TEXT', description: 'MD5 in hex', collate: 'nocase' },
    { name: 'sha1', type: 'TEXT', description: 'SHA-1 in hex', collate: 'nocase' },
    { name: 'sha256', type: 'TEXT', description: 'SHA-256 in hex', collate: 'nocase' },
    {
      ...{ name: 'pid_with_namespace', type: 'INTEGER', hidden: true },
      description: 'Always 0: other namespaces are not read',
    },
    {
      ...{ name: 'mount_namespace_id', type: 'TEXT', hidden: true },
      description: 'Always empty: other namespaces are not read',
    },
  ],
  *generate({ files }, scope) {
    const algorithms = ALGORITHMS.filter((algorithm) => scope.uses(algorithm));
    for (const { path, directory } of listWantedFiles(files, scope)) {
      if (files.stat(path)?.isFile() !== true) continue;
      const digests = readDigests(files, path, algorithms);
      yield { path, directory, ...digests, pid_with_namespace: 0, mount_namespace_id: '' };
    }
  },
};
