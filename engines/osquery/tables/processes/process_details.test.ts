import { expect, test } from 'vitest';
import { queryFixture } from '../query.fixture';

const TREE = {
  '/proc/7/environ': 'PATH=/bin\0EVIL=a=b\nc\0\0no variable\0EMPTY=\0',
  '/proc/7/fd/0': { link: '/dev/pts/0' },
  '/proc/7/fd/10': { link: '/tmp/socket:x (deleted)' },
  '/proc/7/fd/3': { link: 'socket:[1]' },
  '/proc/7/fd/4': { link: 'pipe:[2]' },
  '/proc/7/fd/5': { link: 'anon_inode:[eventfd]' },
  '/proc/8/environ': 'SECRET=1\0',
  '/proc/8/fd/1': { link: '/dev/null' },
};

test('shows environment variables, and what a process put in their place', async () => {
  const { rows } = await queryFixture(TREE, 'SELECT * FROM process_envs WHERE pid = 7');
  expect(rows).toEqual([
    { pid: '7', key: 'PATH', value: '/bin' },
    { pid: '7', key: 'EVIL', value: 'a=b\nc' },
    { pid: '7', key: 'no variable', value: '' },
    { pid: '7', key: 'EMPTY', value: '' },
  ]);
});

test('shows open files by descriptor, without sockets and pipes', async () => {
  const { rows } = await queryFixture(TREE, 'SELECT * FROM process_open_files');
  expect(rows).toEqual([
    { pid: '7', fd: '0', path: '/dev/pts/0' },
    { pid: '7', fd: '10', path: '/tmp/socket:x (deleted)' },
    { pid: '8', fd: '1', path: '/dev/null' },
  ]);
});

test.each(['process_envs', 'process_open_files'])(
  'reads one process of %s when one is asked for',
  async (table) => {
    const { reads } = await queryFixture(TREE, `SELECT * FROM ${table} WHERE pid = 8`);
    expect(reads.length).toBeGreaterThan(0);
    expect(reads.filter((path) => !path.startsWith('/proc/8/'))).toEqual([]);
  }
);
