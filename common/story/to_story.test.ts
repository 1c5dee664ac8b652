import { expect, it } from 'vitest';
import type { SourceEvent } from '../event/source_event';
import { toPeriodAround } from './period';
import { toStory, type StoryMaterial } from './to_story';

const NOON = Date.UTC(2026, 10, 24, 12);
const WORKER = {
  entity_id: 'worker',
  executable: '/usr/sbin/php-fpm8.2',
  name: 'php-fpm8.2',
  args: ['php-fpm: pool www'],
};

interface Start {
  readonly id: string;
  readonly second: number;
  readonly args: readonly string[];
  /** The worker unless given. */
  readonly parent?: object;
  readonly ancestry?: readonly string[];
  readonly labels?: object;
}
const toEvent = ({
  id,
  second,
  args,
  parent = WORKER,
  ancestry = [],
  labels,
}: Start): SourceEvent => ({
  id,
  index: 'logs',
  source: {
    '@timestamp': new Date(NOON + second * 1000).toISOString(),
    event: { category: ['process'], type: ['start'], action: 'exec' },
    host: { id: 'h', name: 'web-01', os: { type: 'linux' } },
    user: { name: 'www-data' },
    process: {
      pid: 100 + second,
      entity_id: id,
      name: args[0],
      executable: `/usr/bin/${args[0]}`,
      args,
      working_directory: '/var/www/html',
      parent,
      Ext: { ancestry },
    },
    ...(labels && { labels }),
  },
});
const toParent = (id: string, name: string): object => ({
  entity_id: id,
  name,
  executable: `/usr/bin/${name}`,
  args: [name],
});

const tell = (parts: Partial<StoryMaterial> & Pick<StoryMaterial, 'alertEvent'>) =>
  toStory({ starts: [], activities: [], period: toPeriodAround(NOON, 15), isCut: false, ...parts });

const alertEvent = toEvent({ id: 'sh', second: 0, args: ['sh', '-c', 'id; ls | wc -l'] });
const id = toEvent({
  id: 'id',
  second: 1,
  args: ['id'],
  parent: toParent('sh', 'sh'),
  ancestry: ['sh', 'worker'],
});
const ls = toEvent({
  id: 'ls',
  second: 2,
  args: ['ls'],
  parent: toParent('sub', 'sh'),
  ancestry: ['sub', 'sh', 'worker'],
});
const inner = toEvent({
  id: 'in',
  second: 3,
  args: ['cat'],
  parent: toParent('ls', 'ls'),
  ancestry: ['ls', 'sub', 'sh', 'worker'],
});

it('tells each tree depth first, and marks the alert’s own', () => {
  const before = toEvent({ id: 'b', second: -60, args: ['sh', '-c', 'uname -a'] });
  const story = tell({ alertEvent, starts: [inner, ls, before, id] });
  expect(story.server).toMatchObject({ entityId: 'worker', name: 'php-fpm8.2' });
  expect(
    story.trees.map(({ isOfAlert, processes }) => [
      isOfAlert,
      processes.map(({ name, depth, isOfAlert: own }) => [name, depth, own]),
    ])
  ).toEqual([
    [false, [['sh', 1, false]]],
    // `ls` came of a fork that ran no program: the shell stands for it.
    [
      true,
      [
        ['sh', 1, true],
        ['id', 2, false],
        ['ls', 2, false],
        ['cat', 3, false],
      ],
    ],
  ]);
});

it('leaves a process where it is when it becomes another program', () => {
  const first = toEvent({
    id: 'x',
    second: 1,
    args: ['env'],
    parent: toParent('sh', 'sh'),
    ancestry: ['sh'],
  });
  const second = toEvent({
    id: 'x',
    second: 2,
    args: ['python3'],
    parent: toParent('sh', 'sh'),
    ancestry: ['sh'],
  });
  const { trees } = tell({ alertEvent, starts: [first, { ...second, id: 'x2' }] });
  expect(trees[0]?.processes.map(({ name, depth }) => [name, depth])).toEqual([
    ['sh', 1],
    ['env', 2],
    ['python3', 2],
  ]);
});

it('shows the trees of other workers, not those of another server or another time', () => {
  const other = toEvent({
    id: 'o',
    second: 5,
    args: ['sh', '-c', 'w'],
    parent: { ...WORKER, entity_id: 'worker2' },
  });
  const nginx = toEvent({
    id: 'n',
    second: 6,
    args: ['sh', '-c', 'w'],
    parent: {
      ...WORKER,
      entity_id: 'n0',
      executable: '/usr/sbin/nginx',
      name: 'nginx',
      args: ['nginx: worker process'],
    },
  });
  const late = toEvent({ id: 'l', second: 16 * 60, args: ['sh', '-c', 'w'] });
  const { trees } = tell({ alertEvent, starts: [other, nginx, late] });
  expect(trees.map(({ processes }) => processes[0]?.entityId)).toEqual(['sh', 'o']);
});

it('grades a tree beside its neighbours, so that several commands by hand raise each other', () => {
  const risk = (starts: SourceEvent[]) =>
    tell({
      alertEvent: toEvent({ id: 'a', second: 0, args: ['sh', '-c', 'whoami'] }),
      starts,
    }).trees.find(({ isOfAlert }) => isOfAlert)?.risk ?? 0;
  const neighbours = ['id', 'uname -a', 'cat /etc/passwd', 'ls -la /home'].map((command, index) =>
    toEvent({ id: `n${index}`, second: 10 + index * 10, args: ['sh', '-c', command] })
  );
  expect(risk(neighbours)).toBeGreaterThan(risk([]));
});

it('puts connections, files and the end with the process they are of', () => {
  const source = (process: object, rest: object) => ({
    id: JSON.stringify(rest),
    index: 'logs',
    source: { '@timestamp': new Date(NOON).toISOString(), process, ...rest },
  });
  const { trees } = tell({
    alertEvent,
    starts: [id],
    activities: [
      source(
        { entity_id: 'id' },
        {
          event: { category: ['network'], action: 'connection_attempted' },
          destination: { ip: '203.0.113.9', port: 443 },
        }
      ),
      source(
        { entity_id: 'id' },
        {
          event: { category: ['network'], action: 'connection_attempted' },
          destination: { ip: '2001:db8::1', port: 80 },
        }
      ),
      source(
        { entity_id: 'sh' },
        { event: { category: ['file'], action: 'creation' }, file: { path: '/tmp/x' } }
      ),
      source(
        { entity_id: 'sh', exit_code: 127 },
        { event: { category: ['process'], type: ['end'] } }
      ),
    ],
  });
  const [sh, child] = trees[0]?.processes ?? [];
  expect(sh).toMatchObject({
    exitCode: 127,
    activities: [{ kind: 'file', target: '/tmp/x', action: 'creation' }],
  });
  expect(child?.activities.map(({ target }) => target)).toEqual([
    '203.0.113.9:443',
    '[2001:db8::1]:80',
  ]);
});

it('says by what a parent was guessed', () => {
  const guessed = toEvent({
    id: 'g',
    second: 1,
    args: ['sh', '-c', 'w'],
    labels: { parent_guess: 'sole_server' },
  });
  expect(tell({ alertEvent: guessed }).trees[0]?.processes[0]?.parentGuess).toBe('sole_server');
});

it('has no server and no trees where nothing above the alert is known as a web server', () => {
  const cron = toEvent({
    id: 'c',
    second: 0,
    args: ['sh', '-c', 'w'],
    parent: toParent('cron', 'cron'),
  });
  expect(tell({ alertEvent: cron })).toMatchObject({ server: undefined, trees: [] });
});
