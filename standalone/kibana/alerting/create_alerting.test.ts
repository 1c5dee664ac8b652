import { randomUUID } from 'node:crypto';
import type { RuleExecutorOptions, RulesClient } from '@kbn/alerting-plugin/server';
import { afterEach, expect, test } from 'vitest';
import { switchRule } from '../../../server/kibana_version';
import { createLogger } from '../../log/create_logger';
import { createAlerting, type Alerting } from './create_alerting';
import { createMemoryRuleStore } from './create_memory_rule_store.fixture';
import type { AnyRuleType } from './create_rule_runner';
import type { RuleStore } from './stored_rule';

type Execute = (run: RuleExecutorOptions<unknown, unknown>) => Promise<{ state: unknown }>;

const NOON = Date.UTC(2026, 2, 1, 12);
let alerting: Alerting | undefined;

const toRuleType = (execute: Execute): AnyRuleType => ({
  id: 'test.type',
  name: 'Test type',
  actionGroups: [{ id: 'match', name: 'Match' }],
  defaultActionGroupId: 'match',
  minimumLicenseRequired: 'basic',
  isExportable: true,
  category: 'securitySolution',
  producer: 'test',
  validate: {
    params: {
      validate: (params) => {
        if ((params as { bad?: boolean }).bad === true) throw new Error('bad parameters');
        return params;
      },
    },
  },
  autoRecoverAlerts: false,
  cancelAlertsOnRuleTimeout: false,
  defaultScheduleInterval: '5m',
  alerts: {
    context: 'test',
    mappings: { fieldMap: {} },
    shouldWrite: true,
    useEcs: true,
    useLegacyAlerts: true,
  },
  executor: execute,
});

/** Alerting with one rule type; the clock stands still unless it is moved. */
const start = (execute: Execute, store: RuleStore = createMemoryRuleStore()) => {
  const clock = { now: new Date(NOON) };
  const logged: string[] = [];
  const started = createAlerting({
    store,
    version: '1.2.3',
    now: () => clock.now,
    logger: createLogger({ write: (line) => logged.push(line), now: () => clock.now }),
  });
  alerting = started;
  started.setup.registerType(toRuleType(execute));
  const rules = started.start.getRulesClientWithRequest({
    params: {},
    query: {},
    body: {},
    headers: {},
  }) as RulesClient;
  return { alerting: started, rules, clock, logged };
};

const create = (rules: RulesClient, params: Record<string, unknown> = { query: 'any' }) =>
  rules.create({
    data: {
      name: 'Rule',
      alertTypeId: 'test.type',
      consumer: 'test',
      schedule: { interval: '5m' },
      params,
      enabled: true,
      tags: ['a tag'],
      actions: [],
    },
    options: { id: randomUUID() },
  });

const findOnly = async (rules: RulesClient) => {
  const { data } = await rules.find({
    options: {
      filter: 'alert.attributes.alertTypeId: "test.type"',
      sortField: 'createdAt',
      sortOrder: 'asc',
      perPage: 1,
    },
  });
  return data[0];
};

const edit = (
  rules: RulesClient,
  id: string,
  modifiedParams: Record<string, unknown>,
  interval?: string
) =>
  rules.bulkEdit({
    filter: `alert.id: "alert:${id}"`,
    operations:
      interval === undefined ? [] : [{ operation: 'set', field: 'schedule', value: { interval } }],
    paramsModifier: async () => ({ modifiedParams, isParamsUpdateSkipped: false }),
  });

afterEach(() => alerting?.stop());

test('runs a rule as soon as it is made, and says how that went', async () => {
  const { alerting, rules } = start(async ({ services }) => {
    services.ruleResultService?.setLastRunOutcomeMessage('Searched all of it.');
    return { state: {} };
  });
  await create(rules);
  await alerting.settled();
  expect(await findOnly(rules)).toMatchObject({
    name: 'Rule',
    enabled: true,
    lastRun: { outcome: 'succeeded', outcomeMsg: ['Searched all of it.'] },
    executionStatus: { lastExecutionDate: new Date(NOON) },
    nextRun: new Date(NOON + 300_000),
  });
});

test('gives each run the state and the start of the one before', async () => {
  const runs: unknown[] = [];
  const { alerting, rules, clock } = start(async ({ state, previousStartedAt, startedAt }) => {
    runs.push({ state, previousStartedAt, startedAt });
    return { state: { count: ((state as { count?: number }).count ?? 0) + 1 } };
  });
  await create(rules);
  await alerting.settled();
  clock.now = new Date(NOON + 1000);
  await alerting.eventsArrived(clock.now);
  expect(runs).toEqual([
    { state: {}, previousStartedAt: null, startedAt: new Date(NOON) },
    { state: { count: 1 }, previousStartedAt: new Date(NOON), startedAt: new Date(NOON + 1000) },
  ]);
});

test('tells each run when the rule was switched on last, whatever else is changed of it', async () => {
  const switchedOn: unknown[] = [];
  const { alerting, rules, clock } = start(async ({ rule }) => {
    switchedOn.push(rule.updatedAt);
    return { state: {} };
  });
  const { id, params } = await create(rules);
  await alerting.settled();
  clock.now = new Date(NOON + 1000);
  await edit(rules, id, params, '1h');
  await alerting.settled();
  clock.now = new Date(NOON + 2000);
  await switchRule(rules, id, false);
  await switchRule(rules, id, true);
  await alerting.settled();
  expect(switchedOn).toEqual([new Date(NOON), new Date(NOON), new Date(NOON + 2000)]);
});

test('keeps what a run has found and where it got to, also where it failed further on', async () => {
  const store = createMemoryRuleStore();
  const { alerting, rules, logged } = start(async ({ services }) => {
    services.alertsClient?.report({ id: 'rule:i:e', actionGroup: 'match', payload: {} });
    services.ruleResultService?.addLastRunError('A shard is down.');
    services.ruleResultService?.setLastRunOutcomeMessage('Searched some of it.');
    return { state: { left: 1 } };
  }, store);
  const { id } = await create(rules);
  await alerting.settled();
  expect(store.alerts).toHaveLength(1);
  expect(store.findRun(id)).toEqual({
    state: { left: 1 },
    lastRun: {
      startedAt: new Date(NOON).toISOString(),
      outcome: 'failed',
      messages: ['A shard is down.', 'Searched some of it.'],
    },
  });
  expect(logged.join('\n')).toContain('A shard is down.');
});

test('goes on after a restart with the state that was stored, and runs at once', async () => {
  const store = createMemoryRuleStore();
  const first = start(async () => ({ state: { mark: 1 } }), store);
  await create(first.rules);
  await first.alerting.stop();
  const states: unknown[] = [];
  const second = start(async ({ state }) => {
    states.push(state);
    return { state: {} };
  }, store);
  second.alerting.resume();
  await second.alerting.settled();
  expect(states).toEqual([{ mark: 1 }]);
});

test('stores each alert with the fields of the framework, which an event can’t pass off as its own', async () => {
  const store = createMemoryRuleStore();
  const { alerting, rules } = start(async ({ services }) => {
    services.alertsClient?.report({
      id: 'rule:index:event',
      actionGroup: 'match',
      payload: {
        'kibana.alert.workflow_status': 'closed',
        'event.kind': 'event',
        'kibana.alert.reason': 'because',
        tags: ['own tag'],
        process: { name: 'sh' },
      },
    });
    return { state: {} };
  }, store);
  const { id } = await create(rules);
  await alerting.settled();
  expect(store.alerts).toEqual([
    expect.objectContaining({
      '@timestamp': new Date(NOON).toISOString(),
      'event.kind': 'signal',
      'event.action': 'open',
      'kibana.alert.uuid': expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      'kibana.alert.instance.id': 'rule:index:event',
      'kibana.alert.status': 'active',
      'kibana.alert.workflow_status': 'open',
      'kibana.alert.reason': 'because',
      'kibana.alert.rule.uuid': id,
      'kibana.alert.rule.name': 'Rule',
      'kibana.alert.rule.parameters': { query: 'any' },
      'kibana.alert.rule.rule_type_id': 'test.type',
      'kibana.alert.rule.consumer': 'test',
      'kibana.space_ids': ['default'],
      'kibana.version': '1.2.3',
      tags: ['own tag', 'a tag'],
      process: { name: 'sh' },
    }),
  ]);
});

test('keeps state and alerts of a failed run out of the store, and its reason in the outcome', async () => {
  const store = createMemoryRuleStore();
  let fails = false;
  const { alerting, rules, logged } = start(async ({ services }) => {
    services.alertsClient?.report({ id: String(fails), actionGroup: 'match', payload: {} });
    if (fails) throw new Error('The search failed.');
    return { state: { mark: 1 } };
  }, store);
  const { id } = await create(rules);
  await alerting.settled();
  fails = true;
  expect(await alerting.eventsArrived(new Date(NOON))).toBe(false);
  expect(store.alerts).toHaveLength(1);
  expect(store.findRun(id)).toMatchObject({ state: { mark: 1 } });
  expect((await findOnly(rules))?.lastRun).toEqual({
    outcome: 'failed',
    outcomeMsg: ['The search failed.'],
  });
  expect(logged.join()).toContain('Rule: The search failed.');
});

test.each([
  ['reports one id twice', ['a', 'a'], 'reported twice'],
  ['reports more than a run may', Array.from({ length: 1001 }, (_, n) => `a${n}`), '1000 alerts'],
])('fails a run that %s', async (_what, ids, message) => {
  const store = createMemoryRuleStore();
  const { alerting, rules } = start(async ({ services }) => {
    for (const id of ids) services.alertsClient?.report({ id, actionGroup: 'match', payload: {} });
    return { state: {} };
  }, store);
  await create(rules);
  await alerting.settled();
  expect((await findOnly(rules))?.lastRun?.outcomeMsg?.[0]).toContain(message);
  expect(store.alerts).toEqual([]);
});

test('fails a run that asks for the limit and does not say whether it was reached', async () => {
  const { alerting, rules } = start(async ({ services }) => {
    services.alertsClient?.getAlertLimitValue();
    return { state: {} };
  });
  await create(rules);
  await alerting.settled();
  expect((await findOnly(rules))?.lastRun?.outcome).toBe('failed');
});

test('never runs a rule twice at a time; whoever asks meanwhile shares the next run', async () => {
  let running = 0;
  let runs = 0;
  const { alerting, rules } = start(async () => {
    running += 1;
    expect(running).toBe(1);
    runs += 1;
    await new Promise((resolve) => setImmediate(resolve));
    running -= 1;
    return { state: {} };
  });
  await create(rules);
  await Promise.all(Array.from({ length: 5 }, () => alerting.eventsArrived(new Date(NOON))));
  expect(runs).toBe(2);
  expect((await findOnly(rules))?.lastRun?.outcome).toBe('succeeded');
});

test('runs again at once while a run warns that it left alerts over', async () => {
  let left = 3;
  const { alerting, rules } = start(async ({ services }) => {
    left -= 1;
    services.alertsClient?.report({ id: String(left), actionGroup: 'match', payload: {} });
    if (left > 0) services.ruleResultService?.addLastRunWarning('Some are carried over.');
    return { state: {} };
  });
  await create(rules);
  await alerting.settled();
  expect(left).toBe(0);
});

test('dates a run back to events older than the interval, so that the next one finds a gap since then', async () => {
  const starts: string[] = [];
  const { alerting, rules } = start(async ({ startedAt }) => {
    starts.push(startedAt.toISOString());
    return { state: {} };
  });
  await create(rules);
  await alerting.settled();
  await alerting.eventsArrived(new Date(NOON - 1000));
  await Promise.all([
    alerting.eventsArrived(new Date(NOON - 86_400_000)),
    alerting.eventsArrived(new Date(NOON - 500_000)),
  ]);
  expect(starts).toEqual([
    '2026-03-01T12:00:00.000Z',
    '2026-03-01T12:00:00.000Z',
    '2026-02-28T12:00:00.000Z',
    '2026-03-01T12:00:00.000Z',
    '2026-03-01T11:51:40.000Z',
    '2026-03-01T12:00:00.000Z',
  ]);
});

test('does not run a rule that is switched off, and runs it at once when it is switched on', async () => {
  let runs = 0;
  const { alerting, rules } = start(async () => {
    runs += 1;
    return { state: {} };
  });
  const { id } = await create(rules);
  await alerting.settled();
  await switchRule(rules, id, false);
  expect(await alerting.eventsArrived(new Date(NOON))).toBe(true);
  expect(runs).toBe(1);
  expect(await findOnly(rules)).toMatchObject({ enabled: false, nextRun: null });
  await switchRule(rules, id, true);
  await alerting.settled();
  expect(runs).toBe(2);
});

test('checks parameters when a rule is made or changed', async () => {
  const { rules } = start(async () => ({ state: {} }));
  await expect(create(rules, { bad: true })).rejects.toThrow('bad parameters');
  const { id } = await create(rules);
  expect(await edit(rules, id, { bad: true })).toEqual({
    errors: [{ message: 'bad parameters', rule: { id } }],
    total: 1,
  });
  expect(await edit(rules, id, { query: 'other' }, '1m')).toEqual({ errors: [], total: 1 });
  expect(await findOnly(rules)).toMatchObject({
    schedule: { interval: '1m' },
    params: { query: 'other' },
  });
  expect(await edit(rules, 'nobody', {})).toEqual({ errors: [], total: 0 });
});

test('keeps both of two changes at the same moment', async () => {
  const { rules } = start(async () => ({ state: {} }));
  const { id } = await create(rules);
  const add = (name: string) =>
    rules.bulkEdit({
      filter: `alert.id: "alert:${id}"`,
      operations: [],
      paramsModifier: async (params) => {
        await new Promise((resolve) => setImmediate(resolve));
        return { modifiedParams: { ...params, [name]: true }, isParamsUpdateSkipped: false };
      },
    });
  await Promise.all([add('first'), add('second')]);
  expect(await findOnly(rules)).toMatchObject({ params: { first: true, second: true } });
});

test('tells a run to stop when its time is over or alerting stops', async () => {
  const stops: boolean[] = [];
  let tick: () => void = () => undefined;
  const { alerting, rules, clock } = start(async ({ services }) => {
    stops.push(services.shouldStopExecution());
    tick();
    stops.push(services.shouldStopExecution());
    return { state: {} };
  });
  tick = () => {
    clock.now = new Date(NOON + 301_000);
  };
  await create(rules);
  await alerting.settled();
  expect(stops).toEqual([false, true]);
});

test('refuses a search for rules that it does not know', async () => {
  const { rules } = start(async () => ({ state: {} }));
  const options = { sortField: 'createdAt', sortOrder: 'asc', perPage: 1 } as const;
  await expect(rules.find({ options: { ...options, filter: 'name: x' } })).rejects.toThrow(
    'searched by name: x'
  );
});
