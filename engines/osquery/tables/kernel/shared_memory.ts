import type { TableDefinition } from '../../table';

/** Bits of linux/shm.h in the mode. */
const PERMISSIONS = 0o777;
const TO_BE_REMOVED = 0o1000;
const LOCKED = 0o2000;

export const sharedMemoryTable: TableDefinition = {
  name: 'shared_memory',
  description: 'Segments of System V shared memory.',
  columns: [
    { name: 'shmid', type: 'INTEGER', description: 'Id of the segment' },
    { name: 'owner_uid', type: 'BIGINT', description: 'User it belongs to' },
    { name: 'creator_uid', type: 'BIGINT', description: 'User who made it' },
    { name: 'pid', type: 'BIGINT', description: 'Process that used it last' },
    { name: 'creator_pid', type: 'BIGINT', description: 'Process that made it' },
    { name: 'atime', type: 'BIGINT', description: 'When it was attached last, in Unix seconds' },
    { name: 'dtime', type: 'BIGINT', description: 'When it was detached last, in Unix seconds' },
    { name: 'ctime', type: 'BIGINT', description: 'When it was changed last, in Unix seconds' },
    { name: 'permissions', type: 'TEXT', description: 'Permissions, octal' },
    { name: 'size', type: 'BIGINT', description: 'Size in bytes' },
    { name: 'attached', type: 'INTEGER', description: 'Processes that have it' },
    { name: 'status', type: 'TEXT', description: 'dest where it goes with the last of them' },
    { name: 'locked', type: 'INTEGER', description: '1 where it is kept in memory' },
  ],
  *generate({ files }) {
    for (const line of (files.readText('/proc/sysvipc/shm') ?? '').split('\n').slice(1)) {
      const fields = line.trim().split(/\s+/);
      if (fields.length < 14) continue;
      const numbers = fields.map(Number);
      const mode = Number.parseInt(fields[2] ?? '0', 8);
      yield {
        shmid: numbers[1],
        owner_uid: numbers[7],
        creator_uid: numbers[9],
        pid: numbers[5],
        creator_pid: numbers[4],
        atime: numbers[11],
        dtime: numbers[12],
        ctime: numbers[13],
        permissions: (mode & PERMISSIONS).toString(8).padStart(4, '0'),
        size: numbers[3],
        attached: numbers[6],
        status: (mode & TO_BE_REMOVED) === 0 ? '' : 'dest',
        locked: (mode & LOCKED) === 0 ? 0 : 1,
      };
    }
  },
};
