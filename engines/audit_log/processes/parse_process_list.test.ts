import { expect, it } from 'vitest';
import { parseProcessList } from './parse_process_list';

const nginx = {
  pid: 31203,
  ppid: 1,
  exe: '/usr/sbin/nginx',
  name: 'nginx',
  comm: 'nginx',
  cmdline: ['nginx: master process /usr/sbin/nginx'],
  cwd: '/',
  uid: 0,
  user: 'root',
  started: 1795488206.59,
};

it('reads the processes of a recording', () => {
  expect(parseProcessList(JSON.stringify([nginx]))).toEqual([
    {
      pid: 31203,
      parentPid: 1,
      executable: '/usr/sbin/nginx',
      isDeleted: false,
      comm: 'nginx',
      args: ['nginx: master process /usr/sbin/nginx'],
      workingDirectory: '/',
      user: { id: '0', name: 'root' },
      startedAt: 1795488206590,
    },
  ]);
});

it('does without what may be unknown', () => {
  const { pid, ppid, uid, started } = nginx;
  expect(parseProcessList(JSON.stringify([{ pid, ppid, uid, started, exe: null }]))).toMatchObject([
    { pid, executable: undefined, args: [], user: { id: '0' } },
  ]);
});

it('names what is wrong', () => {
  expect(() => parseProcessList('{"pid":1}')).toThrow('the list: Expected array, received object');
  expect(() => parseProcessList(JSON.stringify([nginx, { ...nginx, pid: 'x' }]))).toThrow(
    'entry 2, pid: Expected number, received string'
  );
  expect(() => parseProcessList('[')).toThrow(SyntaxError);
});
