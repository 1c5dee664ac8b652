import { expect, test } from 'vitest';
import { toProcessChain } from './to_process_chain';

const roles = (event: Record<string, unknown>): string[] =>
  toProcessChain(event).map(({ role, name }) => `${role} ${name}`);

test('begins with the process that opened the session where that is another one', () => {
  const process = { name: 'sh', pid: 3, parent: { name: 'php-fpm', pid: 2 } };
  expect(roles({ process: { ...process, entry_leader: { name: 'systemd', pid: 1 } } })).toEqual([
    'entry systemd',
    'parent php-fpm',
    'process sh',
  ]);
  expect(roles({ process: { ...process, entry_leader: { name: 'php-fpm', pid: 2 } } })).toEqual([
    'parent php-fpm',
    'process sh',
  ]);
});

test('takes the event’s user for the process and joins arguments where no command line was recorded', () => {
  const chain = toProcessChain({
    'process.args': ['sh', '-c', 'id'],
    'user.name': 'www-data',
    'process.parent.user.id': '0',
  });
  expect(chain.at(-1)).toMatchObject({ name: '?', user: 'www-data', command: 'sh -c id' });
  expect(chain[0]).toMatchObject({ user: '0', command: undefined });
});
