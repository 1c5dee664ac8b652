import { expect, test } from 'vitest';
import { ALERT_FIELD } from '../../common/alert/alert_document';
import type { EvidenceRequest } from '../ports/evidence_taker';
import { createEvidenceCollector, type RaisedEvidence } from './evidence_collector';

const START = Date.parse('2026-11-24T12:00:00.000Z');
const RULE = { spaceId: 'default', ruleUuid: 'rule-1' };
const GUIDE = [
  '!{osquery{"label":"All","query":"SELECT * FROM processes"}}',
  '!{osquery{"label":"One","query":"SELECT * FROM processes WHERE pid = {{process.pid}}"}}',
  '!{osquery{"label":"None","query":"SELECT {{no.such.field}}"}}',
].join('\n\n');

const createRaised = (id: number, given: Partial<RaisedEvidence> = {}): RaisedEvidence => ({
  alertId: `alert-${id}`,
  eventTime: new Date(START).toISOString(),
  document: {
    agent: { id: 'agent-1' },
    host: { name: 'web-01' },
    process: { pid: id },
    [ALERT_FIELD.note]: GUIDE,
  },
  ...given,
});

const createDesk = ({ isOn = true, fails = false } = {}) => {
  const taken: EvidenceRequest[] = [];
  const problems: unknown[] = [];
  const timers: (() => void)[] = [];
  const clock = { ms: START };
  const collector = createEvidenceCollector({
    evidenceTaker: {
      take: async (request) => {
        await new Promise((resolve) => setImmediate(resolve));
        taken.push(request);
        if (fails) throw new Error('Fleet is away');
        return true;
      },
    },
    evidenceSwitch: {
      isOn: async () => isOn,
      set: () => Promise.reject(new Error('unused')),
    },
    now: () => new Date(clock.ms),
    schedule: (_ms, work) => void timers.push(work),
    onProblem: (error) => problems.push(error),
  });
  const settle = async (): Promise<void> => {
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  return { collector, taken, problems, timers, clock, settle };
};

test('asks the alerts’ host at once, each query that can be filled once', async () => {
  const { collector, taken, settle } = createDesk();
  collector.collect(RULE, [createRaised(1), createRaised(2)]);
  await settle();
  expect(taken).toHaveLength(1);
  expect(taken[0]).toMatchObject({
    ...{ spaceId: 'default', agentId: 'agent-1', hostName: 'web-01' },
    alertIds: ['alert-1', 'alert-2'],
  });
  const queries = taken[0]?.queries ?? [];
  expect(queries.filter(({ label }) => ['All', 'One', 'None'].includes(label))).toEqual([
    { label: 'All', sql: 'SELECT * FROM processes' },
    { label: 'One', sql: 'SELECT * FROM processes WHERE pid = 1' },
    { label: 'One', sql: 'SELECT * FROM processes WHERE pid = 2' },
  ]);
  expect(new Set(queries.map(({ sql }) => sql)).size).toBe(queries.length);
  expect(queries.every(({ sql }) => !sql.includes('{{'))).toBe(true);
});

test('asks first for what is gone soonest: the command’s own processes, sockets and files', async () => {
  const { collector, taken, settle } = createDesk();
  collector.collect(RULE, [createRaised(7)]);
  await settle();
  const sqls = taken[0]?.queries.map(({ sql }) => sql) ?? [];
  expect(sqls[0]).toContain('pid IN (7)');
  const guide = sqls.indexOf('SELECT * FROM processes');
  expect(guide).toBeGreaterThan(2);
  expect(sqls.length).toBeGreaterThan(guide + 2);
});

test('asks a host once a minute: what comes meanwhile shares the next', async () => {
  const { collector, taken, timers, settle } = createDesk();
  for (const id of [1, 2, 3]) {
    collector.collect(RULE, [createRaised(id)]);
    await settle();
  }
  expect(taken.map(({ alertIds }) => alertIds)).toEqual([['alert-1']]);
  timers.shift()?.();
  await settle();
  expect(taken.map(({ alertIds }) => alertIds)).toEqual([['alert-1'], ['alert-2', 'alert-3']]);
  timers.shift()?.();
  collector.collect(RULE, [createRaised(4)]);
  await settle();
  expect(taken).toHaveLength(3);
});

test('asks each host by itself', async () => {
  const { collector, taken, settle } = createDesk();
  const other = createRaised(2);
  const document = { ...other.document, agent: { id: 'agent-2' } };
  collector.collect(RULE, [createRaised(1), { ...other, document }]);
  await settle();
  expect(taken.map(({ agentId }) => agentId)).toEqual(['agent-1', 'agent-2']);
});

test('asks nobody where it is switched off, where no agent is named, and of what is long past', async () => {
  const off = createDesk({ isOn: false });
  off.collector.collect(RULE, [createRaised(1)]);
  const { collector, taken, clock, settle } = createDesk();
  collector.collect(RULE, [createRaised(1, { document: { [ALERT_FIELD.note]: GUIDE } })]);
  clock.ms += 16 * 60_000;
  collector.collect(RULE, [createRaised(2)]);
  await settle();
  await off.settle();
  expect([...taken, ...off.taken]).toEqual([]);
});

test('holds what a flood of alerts asks for to its bounds', async () => {
  const { collector, taken, timers, settle } = createDesk();
  const flood = Array.from({ length: 1000 }, (_, id) => createRaised(id));
  collector.collect(RULE, flood);
  collector.collect(RULE, flood);
  await settle();
  timers.shift()?.();
  await settle();
  expect(taken).toHaveLength(2);
  for (const { alertIds, queries } of taken) {
    expect([alertIds.length, queries.length]).toEqual([100, 40]);
  }
});

test('tells of what went wrong, and takes the next all the same', async () => {
  const { collector, taken, problems, timers, settle } = createDesk({ fails: true });
  collector.collect(RULE, [createRaised(1)]);
  await settle();
  expect(problems).toEqual([new Error('Fleet is away')]);
  timers.shift()?.();
  collector.collect(RULE, [createRaised(2)]);
  await settle();
  expect(taken).toHaveLength(2);
});

test('takes nothing after the end', async () => {
  const { collector, taken, timers, settle } = createDesk();
  collector.collect(RULE, [createRaised(1)]);
  await settle();
  collector.collect(RULE, [createRaised(2)]);
  await settle();
  collector.stop();
  timers.shift()?.();
  await settle();
  expect(taken).toHaveLength(1);
});
