import { expect, it } from 'vitest';
import type { SourceEvent } from '../../common/event/source_event';
import { createEqlEventReader } from '../../test/doubles/eql_event_reader';
import type { EventReader } from '../ports/event_reader';
import { findStory } from './find_story';

const NOON = Date.UTC(2026, 10, 24, 12);
const WORKER = {
  entity_id: 'w1',
  executable: '/usr/sbin/apache2',
  name: 'apache2',
  args: ['/usr/sbin/apache2'],
};

const toStart = (
  id: string,
  second: number,
  parent: object,
  ancestry: readonly string[],
  args: readonly string[] = ['sh', '-c', id]
): SourceEvent => ({
  id,
  index: '.ds-logs-custom-default-2026.11.24-000001',
  source: {
    '@timestamp': new Date(NOON + second * 1000).toISOString(),
    event: { category: ['process'], type: ['start'], action: 'exec' },
    host: { id: 'h', os: { type: 'linux' } },
    process: {
      entity_id: id,
      name: args[0],
      executable: `/bin/${args[0]}`,
      args,
      parent,
      Ext: { ancestry },
    },
  },
});
const below = (id: string): object => ({
  entity_id: id,
  name: 'sh',
  executable: '/bin/sh',
  args: ['sh'],
});

const find = (reader: EventReader, alertEvent: SourceEvent) =>
  findStory(reader, { alertEvent, minutes: 15, signal: new AbortController().signal });

const root = toStart('root', 0, WORKER, ['w1', 'master']);
const deep = ['g1', 'g2', 'g3', 'g4'].reduce<SourceEvent[]>(
  (chain, id, index) => [
    ...chain,
    toStart(id, index + 1, below(index === 0 ? 'root' : `g${index}`), []),
  ],
  []
);
const other = toStart('other', 30, { ...WORKER, entity_id: 'w2' }, ['w2', 'master']);
const unrelated = toStart(
  'cron',
  10,
  { entity_id: 'c', name: 'cron', executable: '/usr/sbin/cron', args: ['cron'] },
  ['c']
);

it('finds the trees of the alert’s server and of its other workers, generation by generation', async () => {
  const { reader } = createEqlEventReader([root, ...deep, other, unrelated]);
  const story = await find(reader, root);
  expect(story.trees.map(({ processes }) => processes.map(({ entityId }) => entityId))).toEqual([
    ['root', 'g1', 'g2', 'g3', 'g4'],
    ['other'],
  ]);
  expect(story.isCut).toBe(false);
});

it('climbs from an alert deep in a tree to the server', async () => {
  const alert = toStart('leaf', 5, below('root'), ['root', 'w1', 'master']);
  const { reader } = createEqlEventReader([root, alert]);
  const story = await find(reader, alert);
  expect(story.server?.name).toBe('apache2');
  expect(story.trees[0]?.processes.map(({ isOfAlert }) => isOfAlert)).toEqual([false, true]);
});

it('finds the server above a shell that stayed for hours', async () => {
  const shell = toStart('shell', -10 * 3600, WORKER, ['w1', 'master'], ['bash', '-i']);
  const alert = toStart('typed', 5, below('shell'), ['shell', 'w1', 'master']);
  const { reader } = createEqlEventReader([shell, alert]);
  expect((await find(reader, alert)).server?.name).toBe('apache2');
});

it('reads a whole day only where the minutes before the alert show no server', async () => {
  const alert = toStart('leaf', 5, below('root'), ['root', 'w1', 'master']);
  for (const of of [root, alert]) {
    const { reader, asked } = createEqlEventReader([root, alert]);
    await find(reader, of);
    const spans = asked.map(({ from, to }) => Date.parse(to) - Date.parse(from));
    expect(Math.max(...spans)).toBeLessThanOrEqual(30 * 60_000);
  }
});

it('looks in all days of the alert’s own data stream', async () => {
  const { reader, asked } = createEqlEventReader([root]);
  await find(reader, root);
  for (const { indexPatterns } of asked) expect(indexPatterns).toContain('logs-custom-default');
});

it('looks in a stream of whatever name as it is called', async () => {
  const name = 'my.ds-logs-x-2026.11.24-000001';
  const { reader, asked } = createEqlEventReader([{ ...root, index: name }]);
  await find(reader, { ...root, index: name });
  for (const { indexPatterns } of asked) expect(indexPatterns).toContain(name);
});

it('tells of an event that starts no process nothing but that', async () => {
  const { reader, asked } = createEqlEventReader([root]);
  const story = await find(reader, { id: 'x', index: 'logs', source: {} });
  expect(story.trees).toEqual([]);
  expect(story.isCut).toBe(false);
  expect(asked).toEqual([]);
});

it('asks with values of events as text that EQL can not take for more', async () => {
  const hostile = toStart('x" or true or process.entity_id == "', 0, WORKER, ['w1"']);
  const { reader } = createEqlEventReader([hostile, unrelated]);
  const story = await find(reader, hostile);
  expect(story.trees).toHaveLength(1);
});

it('says that there is more than it read', async () => {
  const many = Array.from({ length: 2100 }, (_, index) =>
    toStart(`m${index}`, 60, WORKER, ['w1', 'master'])
  );
  const story = await find(createEqlEventReader([root, ...many]).reader, root);
  expect(story.isCut).toBe(true);
});

it('passes on why events can not be read', async () => {
  const reader: EventReader = { search: () => Promise.reject(new Error('no shards')) };
  await expect(find(reader, root)).rejects.toThrow('no shards');
});
