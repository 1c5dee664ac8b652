import { expect, test } from 'vitest';
import { ALERT_FIELD } from '../../common/alert/alert_document';
import type { EvidenceRequest } from '../ports/evidence_taker';
import { createEvidenceCollector } from './evidence_collector';
import type { RaisedEvidence } from './raised_evidence';

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

/** SQL of the requests that name an alert. */
const listNamed = (taken: readonly EvidenceRequest[], id: number): string[] =>
  taken
    .filter(({ alertIds }) => alertIds.includes(`alert-${id}`))
    .flatMap(({ queries }) => queries.map(({ sql }) => sql));

test('asks the alerts’ host at once, each query that can be filled once', async () => {
  const { collector, taken, settle } = createDesk();
  collector.collect(RULE, [createRaised(1), createRaised(2)]);
  await settle();
  const queries = taken.flatMap((request) => request.queries);
  expect(
    taken.every(
      ({ spaceId, agentId, hostName }) =>
        [spaceId, agentId, hostName].join() === 'default,agent-1,web-01'
    )
  ).toBe(true);
  expect(
    queries
      .filter(({ label }) => ['All', 'One', 'None'].includes(label))
      .map(({ sql }) => sql)
      .sort()
  ).toEqual([
    'SELECT * FROM processes',
    'SELECT * FROM processes WHERE pid = 1',
    'SELECT * FROM processes WHERE pid = 2',
  ]);
  expect(new Set(queries.map(({ sql }) => sql)).size).toBe(queries.length);
  expect(queries.every(({ sql }) => !sql.includes('{{'))).toBe(true);
});

test('names with the rows every alert that asks for them and no other', async () => {
  const { collector, taken, settle } = createDesk();
  collector.collect(RULE, [createRaised(1), createRaised(2)]);
  await settle();
  const [one, two] = [listNamed(taken, 1), listNamed(taken, 2)];
  for (const sqls of [one, two]) expect(sqls).toContain('SELECT * FROM processes');
  expect(one).toContain('SELECT * FROM processes WHERE pid = 1');
  expect(one).not.toContain('SELECT * FROM processes WHERE pid = 2');
  expect(two).toContain('SELECT * FROM processes WHERE pid = 2');
});

test('asks first for what is gone soonest: the command’s own processes, sockets and files', async () => {
  const { collector, taken, settle } = createDesk();
  collector.collect(RULE, [createRaised(7)]);
  await settle();
  const sqls = listNamed(taken, 7);
  expect(sqls[0]).toContain('pid IN (7)');
  const guide = sqls.indexOf('SELECT * FROM processes');
  expect(guide).toBeGreaterThan(2);
  expect(sqls.length).toBeGreaterThan(guide + 2);
});

test('asks a host the same once a minute, and at once what only a later alert asks, of whichever rule', async () => {
  const { collector, taken, timers, settle } = createDesk();
  collector.collect(RULE, [createRaised(1)]);
  await settle();
  collector.collect({ ...RULE, ruleUuid: 'rule-2' }, [createRaised(2)]);
  await settle();
  const own = listNamed(taken, 2);
  expect(own).toContain('SELECT * FROM processes WHERE pid = 2');
  expect(own).not.toContain('SELECT * FROM processes');
  const all = taken.flatMap(({ queries }) => queries.map(({ sql }) => sql));
  expect(new Set(all).size).toBe(all.length);
  // The first answer is of a moment after both commands, so nobody waits for another.
  timers.forEach((work) => work());
  await settle();
  expect(taken.flatMap(({ queries }) => queries)).toHaveLength(all.length);
  collector.collect(RULE, [createRaised(3)]);
  await settle();
  expect(listNamed(taken, 3)).toContain('SELECT * FROM processes');
});

test('asks again after a minute for commands that came after the host was asked', async () => {
  const { collector, taken, timers, clock, settle } = createDesk();
  collector.collect(RULE, [createRaised(1)]);
  await settle();
  clock.ms += 20_000;
  const eventTime = new Date(clock.ms).toISOString();
  collector.collect(RULE, [createRaised(2, { eventTime }), createRaised(3, { eventTime })]);
  await settle();
  expect(listNamed(taken, 3)).not.toContain('SELECT * FROM processes');
  clock.ms += 40_000;
  timers.shift()?.();
  await settle();
  for (const id of [2, 3]) {
    const asked = listNamed(taken, id);
    expect(asked).toContain('SELECT * FROM processes');
    expect(new Set(asked).size).toBe(asked.length);
  }
  expect(listNamed(taken, 1).filter((sql) => sql === 'SELECT * FROM processes')).toHaveLength(1);
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
  const count = (): number => taken.flatMap(({ queries }) => queries).length;
  expect(count()).toBe(100);
  expect(Math.max(...taken.map(({ alertIds }) => alertIds.length))).toBe(100);
  timers.shift()?.();
  await settle();
  expect(count()).toBe(200);
});

test('asks no more at once than a request may hold', async () => {
  const { collector, taken, settle } = createDesk();
  const note = Array.from(
    { length: 70 },
    (_, place) => `!{osquery{"label":"${place}","query":"SELECT ${place}"}}`
  ).join('\n\n');
  const { document } = createRaised(1);
  collector.collect(RULE, [
    createRaised(1, { document: { ...document, [ALERT_FIELD.note]: note } }),
  ]);
  await settle();
  expect(taken.length).toBe(2);
  for (const { queries } of taken) expect(queries.length).toBeLessThanOrEqual(50);
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

test('takes nothing after the end, and tells how many waited', async () => {
  const { collector, taken, timers, clock, settle } = createDesk();
  collector.collect(RULE, [createRaised(1)]);
  await settle();
  clock.ms += 1000;
  collector.collect(RULE, [createRaised(2, { eventTime: new Date(clock.ms).toISOString() })]);
  await settle();
  const { length } = taken;
  expect(collector.stop()).toBe(1);
  timers.forEach((work) => work());
  collector.collect(RULE, [createRaised(3)]);
  await settle();
  expect(taken).toHaveLength(length);
});
