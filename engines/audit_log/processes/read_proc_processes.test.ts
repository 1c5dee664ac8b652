import { afterEach, expect, it } from 'vitest';
import { createFixtureMachine } from '../../machine/create_machine.fixture';
import type { FixtureFile, FixtureMachine } from '../../machine/create_machine.fixture';
import { createMachine } from '../../machine/machine';
import { readProcProcesses } from './read_proc_processes';

let fixture: FixtureMachine | undefined;
afterEach(() => fixture?.dispose());

const stat = (pid: number, comm: string, ppid: number, ticks: number): string =>
  `${pid} (${comm}) S ${ppid} ${pid} ${pid} 0 -1 4194560 0 0 0 0 0 0 0 0 20 0 1 0 ${ticks} 0 0\n`;

const readFrom = (tree: Record<string, FixtureFile>): ReturnType<typeof readProcProcesses> => {
  fixture = createFixtureMachine({
    '/proc/stat': 'cpu  1 2 3\nbtime 1795400000\n',
    '/etc/passwd': 'root:x:0:0:root:/root:/bin/bash\nwww-data:x:33:33::/var/www:/bin/false\n',
    ...tree,
  });
  return readProcProcesses(fixture.machine.files);
};

it('reads a web server worker with its changed title', () => {
  const processes = readFrom({
    '/proc/400/stat': stat(400, 'php-fpm8.2', 399, 8_820_640),
    '/proc/400/status': 'Name:\tphp-fpm8.2\nUid:\t0\t33\t33\t33\n',
    '/proc/400/exe': { link: '/usr/sbin/php-fpm8.2' },
    '/proc/400/cwd': { link: '/' },
    '/proc/400/cmdline': 'php-fpm: pool www\0\0\0\0',
  });
  expect(processes.list()).toEqual([
    {
      pid: 400,
      parentPid: 399,
      executable: '/usr/sbin/php-fpm8.2',
      isDeleted: false,
      comm: 'php-fpm8.2',
      args: ['php-fpm: pool www'],
      workingDirectory: '/',
      user: { id: '33', name: 'www-data' },
      startedAt: 1795488206400,
    },
  ]);
});

it('is not misled by a name that looks like the rest of the line', () => {
  const processes = readFrom({
    '/proc/7/stat': stat(7, 'x) S 1 (', 42, 100),
    '/proc/7/status': 'Name:\tx) S 1 (\nUid:\t1001\t1001\t1001\t1001\n',
  });
  expect(processes.find(7)).toMatchObject({
    parentPid: 42,
    executable: undefined,
    comm: 'x) S 1 (',
    args: [],
    user: { id: '1001' },
  });
});

it('finds nothing where a process has gone', () => {
  expect(readFrom({}).find(7)).toBeUndefined();
});

it('reads this very process', () => {
  const { files } = createMachine();
  expect(readProcProcesses(files).find(process.pid)).toMatchObject({
    pid: process.pid,
    parentPid: process.ppid,
    executable: process.execPath,
    workingDirectory: process.cwd(),
  });
});
