import { listPids, type MachineFiles } from '../../../machine';
import type { TableDefinition } from '../../table';

interface PipeEnd {
  readonly pid: number;
  readonly fd: number;
  readonly inode: string;
  readonly mode: string;
  readonly type: string;
}

const MODES = ['r', 'w', 'rw'];

const readMode = (files: MachineFiles, pid: number, fd: number): string => {
  const flags = /^flags:\s*([0-7]+)$/m.exec(files.readText(`/proc/${pid}/fdinfo/${fd}`) ?? '')?.[1];
  return flags === undefined ? '' : (MODES[Number.parseInt(flags, 8) & 3] ?? '');
};

const listPipeEnds = (files: MachineFiles, pid: number): PipeEnd[] =>
  files
    .list(`/proc/${pid}/fd`)
    .map(Number)
    .sort((a, b) => a - b)
    .flatMap((fd) => {
      const path = `/proc/${pid}/fd/${fd}`;
      const target = files.readLink(path) ?? '';
      const inode = /^pipe:\[(\d+)\]$/.exec(target)?.[1];
      if (inode !== undefined) {
        return [{ pid, fd, inode, mode: readMode(files, pid, fd), type: 'unnamed' }];
      }
      const stat = target.startsWith('/') ? files.stat(path) : undefined;
      if (stat?.isFIFO() !== true) return [];
      return [{ pid, fd, inode: String(stat.ino), mode: readMode(files, pid, fd), type: 'named' }];
    });

export const processOpenPipesTable: TableDefinition = {
  name: 'process_open_pipes',
  description: 'Pipes between processes, one row for each pair of ends.',
  columns: [
    { name: 'pid', type: 'BIGINT', description: 'Process id' },
    { name: 'fd', type: 'BIGINT', description: 'File descriptor' },
    { name: 'mode', type: 'TEXT', description: 'r, w or rw' },
    { name: 'inode', type: 'BIGINT', description: 'Inode of the pipe' },
    { name: 'type', type: 'TEXT', description: 'named or unnamed' },
    { name: 'partner_pid', type: 'BIGINT', description: 'Process with the other end' },
    { name: 'partner_fd', type: 'BIGINT', description: 'File descriptor of the other end' },
    { name: 'partner_mode', type: 'TEXT', description: 'Mode of the other end' },
  ],
  *generate({ files }) {
    const byInode = new Map<string, PipeEnd[]>();
    for (const end of listPids(files).flatMap((pid) => listPipeEnds(files, pid))) {
      byInode.set(end.inode, [...(byInode.get(end.inode) ?? []), end]);
    }
    for (const ends of byInode.values()) {
      for (const { pid, fd, mode, inode, type } of ends) {
        for (const partner of ends) {
          if (partner.pid === pid || partner.mode === mode) continue;
          yield {
            ...{ pid, fd, mode, inode: BigInt(inode), type },
            partner_pid: partner.pid,
            partner_fd: partner.fd,
            partner_mode: partner.mode,
          };
        }
      }
    }
  },
};
