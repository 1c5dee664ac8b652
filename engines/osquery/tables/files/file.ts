/** What is known of files whose path or directory the query names? Their content is not read. */
import type { BigIntStats } from 'node:fs';
import type { MachineFiles } from '../../../machine';
import { listWantedFiles, type WantedFile } from './list_wanted_files';
import type { TableDefinition, TableRow } from '../../table';

const NANOSECONDS_PER_SECOND = 1_000_000_000n;
const PERMISSION_DIGITS = 4;
const PERMISSION_BITS = 0o7777n;

const toType = (stat: BigIntStats): string => {
  if (stat.isFile()) return 'regular';
  if (stat.isDirectory()) return 'directory';
  if (stat.isSymbolicLink()) return 'symlink';
  if (stat.isBlockDevice()) return 'block';
  if (stat.isCharacterDevice()) return 'character';
  if (stat.isFIFO()) return 'fifo';
  return stat.isSocket() ? 'socket' : 'unknown';
};

const toFacts = (stat: BigIntStats): TableRow => ({
  inode: stat.ino,
  uid: stat.uid,
  gid: stat.gid,
  mode: (stat.mode & PERMISSION_BITS).toString(8).padStart(PERMISSION_DIGITS, '0'),
  device: stat.rdev,
  size: stat.size,
  block_size: stat.blksize,
  atime: stat.atimeNs / NANOSECONDS_PER_SECOND,
  mtime: stat.mtimeNs / NANOSECONDS_PER_SECOND,
  ctime: stat.ctimeNs / NANOSECONDS_PER_SECOND,
  btime: stat.birthtimeNs / NANOSECONDS_PER_SECOND,
  hard_links: stat.nlink,
  type: toType(stat),
});

/** Of a symbolic link the facts are those of the file it leads to, if that exists. */
const findFile = (files: MachineFiles, wanted: WantedFile): TableRow | undefined => {
  const own = files.lstat(wanted.path);
  if (!own) return undefined;
  const isLink = own.isSymbolicLink();
  return {
    ...wanted,
    ...toFacts((isLink ? files.stat(wanted.path) : undefined) ?? own),
    symlink: isLink ? 1 : 0,
    symlink_target_path: isLink ? (files.readLink(wanted.path) ?? '') : '',
    pid_with_namespace: 0,
    mount_namespace_id: '',
  };
};

export const fileTable: TableDefinition = {
  name: 'file',
  description: 'Files by path or directory; LIKE takes % within a directory and %% below it.',
  columns: [
    {
      ...{ name: 'path', type: 'TEXT', index: true, like: true, required: true },
      description: 'Absolute path',
    },
    {
      ...{ name: 'directory', type: 'TEXT', index: true, like: true, required: true },
      description: 'Directory the file is in',
    },
    { name: 'filename', type: 'TEXT', description: 'Name within the directory' },
    { name: 'inode', type: 'BIGINT', description: 'Inode' },
    { name: 'uid', type: 'BIGINT', description: 'Owner' },
    { name: 'gid', type: 'BIGINT', description: 'Group' },
    { name: 'mode', type: 'TEXT', description: 'Permissions in octal' },
    { name: 'device', type: 'BIGINT', description: 'Device number of a device file' },
    { name: 'size', type: 'BIGINT', description: 'Bytes' },
    { name: 'block_size', type: 'INTEGER', description: 'Bytes of a block' },
    { name: 'atime', type: 'BIGINT', description: 'Last read, in Unix seconds' },
    { name: 'mtime', type: 'BIGINT', description: 'Last change of the content' },
    { name: 'ctime', type: 'BIGINT', description: 'Last change of content or status' },
    { name: 'btime', type: 'BIGINT', description: 'Creation, 0 where the file system keeps none' },
    { name: 'hard_links', type: 'INTEGER', description: 'Names the file has' },
    { name: 'symlink', type: 'INTEGER', description: '1 for a symbolic link' },
    { name: 'type', type: 'TEXT', description: 'regular, directory, fifo, socket …' },
    { name: 'symlink_target_path', type: 'TEXT', description: 'Where the link points' },
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
    for (const wanted of listWantedFiles(files, scope)) {
      const row = findFile(files, wanted);
      if (row) yield row;
    }
  },
};
