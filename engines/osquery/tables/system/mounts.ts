import { dirname, resolve } from 'node:path/posix';
import type { MachineFiles } from '../../../machine';
import type { TableScope, TableDefinition, TableRow } from '../../table';

const SIZES = ['blocks_size', 'blocks', 'blocks_free', 'blocks_available', 'inodes', 'inodes_free'];

/** The kernel writes blank, tab, newline and backslash in octal. */
const unescapeOctal = (text: string): string =>
  text.replace(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8))
  );

/** Only asked for where shown: a dead network mount would hold the query up. */
const readSizes = (
  files: MachineFiles,
  path: string,
  type: string,
  scope: TableScope
): TableRow => {
  if (!SIZES.some((name) => scope.uses(name))) return {};
  // Asking an automount would mount it.
  const sizes = type === 'autofs' ? undefined : files.statFs(path);
  return {
    blocks_size: sizes?.bsize ?? 0,
    blocks: sizes?.blocks ?? 0,
    blocks_free: sizes?.bfree ?? 0,
    blocks_available: sizes?.bavail ?? 0,
    inodes: sizes?.files ?? 0,
    inodes_free: sizes?.ffree ?? 0,
  };
};

export const mountsTable: TableDefinition = {
  name: 'mounts',
  description: 'Mounted file systems of /proc/mounts.',
  columns: [
    { name: 'device', type: 'TEXT', description: 'What is mounted' },
    { name: 'device_alias', type: 'TEXT', description: 'The device behind a symbolic link' },
    { name: 'path', type: 'TEXT', description: 'Where it is mounted' },
    { name: 'type', type: 'TEXT', description: 'File system type' },
    { name: 'blocks_size', type: 'BIGINT', description: 'Bytes of a block' },
    { name: 'blocks', type: 'BIGINT', description: 'All blocks' },
    { name: 'blocks_free', type: 'BIGINT', description: 'Blocks free for root' },
    { name: 'blocks_available', type: 'BIGINT', description: 'Blocks free for others' },
    { name: 'inodes', type: 'BIGINT', description: 'All inodes' },
    { name: 'inodes_free', type: 'BIGINT', description: 'Free inodes' },
    { name: 'flags', type: 'TEXT', description: 'Mount options' },
  ],
  *generate({ files }, scope) {
    for (const line of (files.readText('/proc/mounts') ?? '').split('\n')) {
      const [device, path, type, flags] = line.split(' ').map(unescapeOctal);
      if (device === undefined || path === undefined || type === undefined) continue;
      const link = device.startsWith('/') ? files.readLink(device) : undefined;
      yield {
        device,
        device_alias: link === undefined ? device : resolve(dirname(device), link),
        path,
        type,
        flags: flags ?? '',
        ...readSizes(files, path, type, scope),
      };
    }
  },
};
