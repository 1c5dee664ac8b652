import { expect, test } from 'vitest';
import type { Story, StoryProcess } from '../../story/story';
import { toConcernFacts, toFactsElsewhere } from './concern_facts';

const EVENT = {
  user: { id: '33', name: 'www-data' },
  process: {
    pid: 7306,
    executable: '/usr/bin/dash',
    args: ['sh', '-c', 'cat /etc/passwd', '/tmp/.x', '/tmp', 'tmp/.x'],
    working_directory: '/var/www/html',
    user: { id: '33' },
  },
};

const toProcess = (part: Partial<StoryProcess>): StoryProcess => ({
  ...{ entityId: 'e', eventId: 'e', eventIndex: 'i', time: '2026-11-24T12:00:00.000Z' },
  ...{ pid: undefined, name: undefined, executable: undefined, args: [], user: undefined },
  ...{ workingDirectory: undefined, depth: 1, parentGuess: undefined, exitCode: undefined },
  ...{ activities: [], isOfAlert: false },
  ...part,
});

const toStory = (...trees: { isOfAlert: boolean; processes: StoryProcess[] }[]): Story => ({
  server: undefined,
  trees: trees.map((tree) => ({
    ...{ id: 't', risk: 0, severity: 'low', signs: [], leftOut: 0 },
    ...tree,
  })),
  ...{ from: '2026-11-24T11:00:00.000Z', to: '2026-11-24T13:00:00.000Z', isCut: false },
});

test('are the process, its user and the paths it names, by themselves and below a folder', () => {
  expect(toConcernFacts(EVENT, undefined)).toMatchObject({
    pids: ['7306'],
    users: new Set(['33', 'www-data']),
    files: new Set(['/usr/bin/dash', '/tmp/.x', '/var/www/html']),
  });
});

test('are the processes of the alert’s own tree too', () => {
  const other = { isOfAlert: false, processes: [toProcess({ pid: 1 })] };
  const connection = { time: '2026-11-24T12:00:00.000Z', action: 'connection_attempted' };
  const processes = [
    toProcess({ pid: 7306 }),
    toProcess({}),
    toProcess({
      pid: 7307,
      activities: [
        { kind: 'network', ...connection, target: '10.0.0.9:443' },
        { kind: 'network', ...connection, target: '[2001:db8::1]:443' },
        { kind: 'file', ...connection, target: '203.0.113.9:1' },
      ],
    }),
  ];
  const facts = toConcernFacts(EVENT, toStory(other, { isOfAlert: true, processes }));
  expect(facts.pids).toEqual(['7306', '7306', '7307']);
  expect(facts.addresses).toEqual(new Set(['10.0.0.9', '2001:db8::1']));
  expect(toConcernFacts({}, toStory(other)).pids).toEqual([]);
});

test('leave out processes and users for rows of another host, which has its own', () => {
  expect(toFactsElsewhere(toConcernFacts(EVENT, undefined))).toMatchObject({
    ...{
      pids: [],
      users: new Set(),
      files: new Set(['/usr/bin/dash', '/tmp/.x', '/var/www/html']),
    },
  });
});

test('know no user where it is root, who owns half of every table, and none without a name', () => {
  expect(toConcernFacts({ user: { id: '0', name: 'admin' } }, undefined).users).toEqual(new Set());
  expect(toConcernFacts({ user: { name: 'root' } }, undefined).users).toEqual(new Set());
  expect(toConcernFacts({ user: { name: '' } }, undefined).users).toEqual(new Set());
});

test('hold a bounded number of paths', () => {
  const args = Array.from({ length: 500 }, (_, at) => `/tmp/${at}`);
  expect(toConcernFacts({ process: { args } }, undefined).files.size).toBeLessThanOrEqual(200);
});
