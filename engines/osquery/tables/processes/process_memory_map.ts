import { listPids } from '../../../machine';
import type { TableDefinition } from '../../table';

/** `start-end permissions offset device inode path` */
const MAPPING = /^([0-9a-f]+)-([0-9a-f]+) (\S{4}) ([0-9a-f]+) (\S+) (\d+) *(.*)$/;

export const processMemoryMapTable: TableDefinition = {
  name: 'process_memory_map',
  description: 'What processes have mapped into their memory.',
  columns: [
    { name: 'pid', type: 'INTEGER', description: 'Process id', index: true },
    { name: 'start', type: 'TEXT', description: 'First address, hexadecimal' },
    { name: 'end', type: 'TEXT', description: 'Address behind the last, hexadecimal' },
    {
      name: 'permissions',
      type: 'TEXT',
      description: 'r, w, x, and p for private or s for shared',
    },
    { name: 'offset', type: 'BIGINT', description: 'Where in the file it begins' },
    { name: 'device', type: 'TEXT', description: 'Major and minor number of the device' },
    { name: 'inode', type: 'INTEGER', description: 'Inode of the file, 0 without one' },
    { name: 'path', type: 'TEXT', description: 'File, or the kind of memory in brackets' },
    { name: 'pseudo', type: 'INTEGER', description: '1 where there is no file' },
  ],
  *generate({ files }, scope) {
    for (const pid of listPids(files, scope.equals('pid'))) {
      for (const line of (files.readText(`/proc/${pid}/maps`) ?? '').split('\n')) {
        const [, start, end, permissions, offset, device, inode, path = ''] =
          MAPPING.exec(line) ?? [];
        if (start === undefined) continue;
        yield {
          ...{ pid, start: `0x${start}`, end: `0x${end ?? ''}`, permissions, device, path },
          offset: BigInt(`0x${offset ?? '0'}`),
          inode: BigInt(inode ?? 0),
          pseudo: path === '' || path.startsWith('[') ? 1 : 0,
        };
      }
    }
  },
};
