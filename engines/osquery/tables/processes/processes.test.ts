import { expect, test } from 'vitest';
import type { FixtureFile } from '../../../machine/create_machine.fixture';
import { queryFixture } from '../query.fixture';

const statTail = (start = 500): string =>
  `S 7 42 42 0 -1 4194560 1 0 0 0 12 34 0 0 20 5 3 0 ${start} 1000 25 18446744073709551615`;

const process = (
  pid: number,
  files: Readonly<Record<string, FixtureFile>> = {}
): Record<string, FixtureFile> => ({
  [`/proc/${pid}/stat`]: `${pid} (sh) ${statTail()} 0`,
  [`/proc/${pid}/status`]:
    'Name:\tsh\nState:\tS (sleeping)\nUid:\t33\t34\t35\t36\nGid:\t43\t44\t45\t46\nVmSize:\t    2048 kB\nVmRSS:\t     512 kB\n',
  ...Object.fromEntries(
    Object.entries(files).map(([name, file]) => [`/proc/${pid}/${name}`, file])
  ),
});

const MACHINE = { '/proc/stat': 'cpu  1 2 3\nbtime 1700000000\n' };

test('shows every column of a process in its unit', async () => {
  const { rows } = await queryFixture(
    {
      ...MACHINE,
      ...process(42, {
        cmdline: 'sh\0-c\0id; uname -a\0',
        exe: { link: '/bin/dash' },
        cwd: { link: '/var/www' },
        root: { link: '/' },
        cgroup: '0::/system.slice/apache2.service:x\n',
        io: 'rchar: 1\nread_bytes: 4096\nwrite_bytes: 900\ncancelled_write_bytes: 100\n',
      }),
      '/bin/dash': '',
    },
    'SELECT * FROM processes'
  );
  expect(rows).toEqual([
    {
      ...{ pid: '42', name: 'sh', path: '/bin/dash', cmdline: 'sh -c id; uname -a', state: 'S' },
      ...{ cwd: '/var/www', root: '/', uid: '33', euid: '34', suid: '35' },
      ...{ gid: '43', egid: '44', sgid: '45', on_disk: '1', wired_size: '0' },
      ...{ resident_size: '524288', total_size: '2097152', user_time: '120', system_time: '340' },
      ...{ disk_bytes_read: '4096', disk_bytes_written: '800', start_time: '1700000005' },
      ...{ parent: '7', pgroup: '42', threads: '3', nice: '5' },
      cgroup_path: '/system.slice/apache2.service:x',
    },
  ]);
});

test('reads a stat line whose name holds parentheses, spaces and a newline', async () => {
  const { rows } = await queryFixture(
    {
      ...MACHINE,
      ...process(42, {
        stat: `42 (a) R 1 (\n) ${statTail()} 0`,
        status: 'Name:\ta) R 1 (\\n\nUid:\t0\t0\t0\t0\nGid:\t0\t0\t0\t0\n',
      }),
    },
    'SELECT name, parent, threads FROM processes'
  );
  expect(rows).toEqual([{ name: 'a) R 1 (\\n', parent: '7', threads: '3' }]);
});

test('shows a command line that is not UTF-8, with the damage marked', async () => {
  const { rows } = await queryFixture(
    { ...MACHINE, ...process(42, { cmdline: Buffer.from('sh\0\xffx\xe9\0', 'latin1') }) },
    'SELECT cmdline FROM processes'
  );
  expect(rows).toEqual([{ cmdline: 'sh \ufffdx\ufffd' }]);
});

test('tells a deleted program from a file that is named so', async () => {
  const { rows } = await queryFixture(
    {
      ...MACHINE,
      ...process(1, { exe: { link: '/tmp/gone (deleted)' } }),
      ...process(2, { exe: { link: '/tmp/back (deleted)' } }),
      ...process(3),
      '/tmp/back (deleted)': 'another file under the old name',
    },
    'SELECT pid, path, on_disk FROM processes'
  );
  expect(rows).toEqual([
    { pid: '1', path: '/tmp/gone', on_disk: '0' },
    { pid: '2', path: '/tmp/back', on_disk: '0' },
    { pid: '3', path: '', on_disk: '-1' },
  ]);
});

test('finds a program whose name is not UTF-8 on the disk', async () => {
  const name = '/tmp/\udcff';
  const { rows } = await queryFixture(
    { ...MACHINE, ...process(1, { exe: { link: name } }), [name]: '' },
    'SELECT path, on_disk FROM processes'
  );
  expect(rows).toEqual([{ path: '/tmp/\ufffd', on_disk: '1' }]);
});

test('leaves out a process that vanished and keeps one it can read in part', async () => {
  const { rows } = await queryFixture(
    {
      '/proc/8/cmdline': 'gone',
      '/proc/9/status': 'Name:\tx\n',
      '/proc/notapid/status': 'Name:\tno\n',
    },
    'SELECT pid, name, uid, parent, start_time, cmdline FROM processes'
  );
  expect(rows).toEqual([
    { pid: '9', name: 'x', uid: '', parent: '', start_time: '-1', cmdline: '' },
  ]);
});

test.each([
  ['pid = 2', ['2']],
  ["pid = '2'", ['2']],
  ['pid IN (1, 3)', ['1', '3']],
  ['pid = 2 AND pid IN (2, 3)', ['2']],
  ['pid = 77', ['77']],
])('reads only the processes of %s', async (where, pids) => {
  const { reads } = await queryFixture(
    { ...MACHINE, ...process(1), ...process(2), ...process(3) },
    `SELECT * FROM processes WHERE ${where}`
  );
  const directories = new Set(reads.map((path) => /^\/proc\/(\d+)\//.exec(path)?.[1]));
  directories.delete(undefined);
  expect([...directories]).toEqual(pids);
});

test('reads only the partners of a join', async () => {
  const tree = { ...MACHINE, ...process(1), ...process(7), ...process(42) };
  const sql =
    'SELECT parent.pid FROM processes AS child JOIN processes AS parent ON parent.pid = child.parent WHERE child.pid = 42';
  const { rows, reads } = await queryFixture(tree, sql);
  expect(rows).toEqual([{ pid: '7' }]);
  expect(reads).not.toContain('/proc/1/status');
});

test.each([
  ['pid, uid', ['/proc/1/status']],
  ['pid, parent', ['/proc/1/stat']],
  ['pid, cmdline', ['/proc/1/stat', '/proc/1/cmdline']],
  ['count(*)', ['/proc/1/stat']],
])('reads no other files than %s needs', async (columns, files) => {
  const { reads } = await queryFixture(
    { ...MACHINE, ...process(1) },
    `SELECT ${columns} FROM processes`
  );
  expect(reads).toEqual(['/proc', ...files]);
});

test('reads each process once, however often a join comes by', async () => {
  const { rows, reads } = await queryFixture(
    { ...MACHINE, ...process(1), ...process(2) },
    'SELECT count(*) AS pairs FROM processes AS a JOIN processes AS b ON a.uid = b.uid'
  );
  expect(rows).toEqual([{ pairs: '4' }]);
  expect(reads.filter((path) => path === '/proc/2/status')).toHaveLength(2);
});
