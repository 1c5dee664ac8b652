import { NO_EVIDENCE } from '../doubles/no_evidence';
import { expect, test } from 'vitest';
import { DomainError } from '../../common/errors/domain_error';
import type { SourceEvent } from '../../common/event/source_event';
import type { EventSearch } from '../../server/ports/event_reader';
import { createExecutor } from '../../server/rule_type/executor';
import type { RuleState } from '../../server/rule_type/rule_state';
import { createMemoryAdapters } from '../doubles/memory_adapters';
import { createRuleRun } from '../doubles/rule_run';

const NOON = Date.UTC(2026, 10, 24, 12);
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

const toEvent = (id: string, time: number): SourceEvent => ({
  index: 'logs-endpoint.events.process-default',
  id,
  source: { '@timestamp': new Date(time).toISOString(), process: { name: 'sh' } },
});

interface RuleHost {
  /** Runs the rule at a time, as alerting does: what it throws leaves the state as it was. */
  run(
    time: number,
    options?: { readonly isStored?: boolean; readonly interval?: string; readonly limit?: number }
  ): Promise<RunReport>;
  readonly memory: ReturnType<typeof createMemoryAdapters>;
}

interface RunReport {
  readonly raised: readonly string[];
  readonly warnings: readonly string[];
  readonly errors: readonly string[];
  readonly outcome: readonly string[];
  readonly failure: unknown;
}

/** One rule in one Kibana. @param search answers in place of the memory's reader */
const createRuleHost = (
  events: readonly SourceEvent[],
  search?: (search: EventSearch) => Promise<readonly SourceEvent[]>
): RuleHost => {
  const memory = createMemoryAdapters(events);
  const adapters = {
    ...memory.adapters,
    createEventReader: () => ({ search: search ?? memory.search }),
  };
  const execute = createExecutor(adapters, NO_EVIDENCE, 'en', () => new Date(0));
  let state: RuleState = {};
  return {
    memory,
    async run(time, { isStored = true, interval = '5m', limit = 100 } = {}) {
      const { run, ...said } = createRuleRun({
        startedAt: new Date(time).toISOString(),
        updatedAt: new Date(NOON),
        interval,
        state,
        params: { maxAlertsPerRun: limit },
      });
      let failure: unknown;
      try {
        ({ state } = await execute(run));
      } catch (error) {
        failure = error;
      }
      // Alerting keeps state as JSON.
      state = JSON.parse(JSON.stringify(state)) as RuleState;
      const raised = memory.reported.map(({ payload }) =>
        String(payload['kibana.alert.ancestors.id'])
      );
      if (isStored) memory.storeReported();
      else memory.reported.length = 0;
      return { raised, ...said, failure };
    },
  };
};

test('finds what happened while all searches since the rule was switched on failed', async () => {
  const events = Array.from({ length: 25 }, (_, minute) =>
    toEvent(`e${minute}`, NOON + minute * MINUTE_MS)
  );
  let isDown = true;
  const host = createRuleHost(events, (search) =>
    isDown
      ? Promise.reject(new DomainError('event_search_failed', { reason: 'down' }))
      : host.memory.search(search)
  );
  for (const minute of [0, 5, 10, 15, 20]) {
    expect((await host.run(NOON + minute * MINUTE_MS)).failure).toBeInstanceOf(DomainError);
  }
  isDown = false;
  const { raised } = await host.run(NOON + 25 * MINUTE_MS);
  expect(new Set(raised)).toEqual(new Set(events.map(({ id }) => id)));
});

test('searches a week in parts where more than six hours take too long, and keeps what it got to', async () => {
  const events = Array.from({ length: 7 * 24 }, (_, hour) =>
    toEvent(`e${hour}`, NOON + hour * HOUR_MS + 1)
  );
  const host = createRuleHost(events, (search) =>
    Date.parse(search.to) - Date.parse(search.from) > 6 * HOUR_MS
      ? Promise.reject(new DomainError('event_search_timed_out', {}))
      : host.memory.search(search)
  );
  await host.run(NOON);
  const back = NOON + 7 * 24 * HOUR_MS;
  const raised: string[] = [];
  let runs = 0;
  for (let left = true; left && runs < 200; runs += 1) {
    const report = await host.run(back + runs * 5 * MINUTE_MS, { limit: 1000 });
    expect(report.failure).toBeUndefined();
    raised.push(...report.raised);
    left = report.warnings.length > 0;
    if (left) expect(report.warnings[0]).toMatch(/Not all between .* is searched yet/);
  }
  expect(runs).toBeLessThan(10);
  expect(raised.sort()).toEqual(events.map(({ id }) => id).sort());
});

test('keeps what it has found when a later search of the run fails, and says that it failed', async () => {
  const events = [toEvent('old', NOON + 10 * MINUTE_MS), toEvent('new', NOON + 59 * MINUTE_MS)];
  let isDown = true;
  const host = createRuleHost(events, (search) =>
    isDown && Date.parse(search.to) < NOON + 55 * MINUTE_MS && host.memory.searches.length > 1
      ? Promise.reject(new DomainError('event_search_failed', { reason: 'shard down' }))
      : host.memory.search(search)
  );
  await host.run(NOON);
  const first = await host.run(NOON + 60 * MINUTE_MS);
  expect(first.raised).toEqual(['new']);
  expect(first.errors).toEqual([expect.stringContaining('shard down')]);
  isDown = false;
  expect((await host.run(NOON + 65 * MINUTE_MS)).raised).toEqual(['old']);
});

test('raises what is new before a backlog, drops nothing of that, and says how much is left and until when', async () => {
  const noise = Array.from({ length: 3000 }, (_, n) => toEvent(`noise-${n}`, NOON + n));
  const events = [...noise];
  const host = createRuleHost(events);
  const first = await host.run(NOON + 5 * MINUTE_MS);
  expect(first.raised).toHaveLength(100);
  expect(first.warnings[0]).toMatch(
    /at least 400 more between 2026-11-24T11:51:00.000Z and 2026-11-24T12:05:00.000Z .* until 2026-11-24T12:25:00.000Z or longer/
  );
  const raised = [...first.raised];
  for (let run = 2; run <= 31; run += 1) {
    const time = NOON + run * 5 * MINUTE_MS;
    events.push(toEvent(`attack-${run}`, time - MINUTE_MS));
    const report = await host.run(time);
    expect(report.raised[0]).toBe(`attack-${run}`);
    raised.push(...report.raised);
  }
  expect((await host.run(NOON + 32 * 5 * MINUTE_MS)).warnings).toEqual([]);
  expect(raised).toHaveLength(3030);
  expect(new Set(raised).size).toBe(3030);
});

test('does not raise an alert again that was given up, though its event is still looked at', async () => {
  const events = [toEvent('refused', NOON)];
  const host = createRuleHost(events);
  const raised: string[] = [];
  for (let run = 0; run < 20; run += 1) {
    // The same nine minutes again and again.
    const report = await host.run(NOON + MINUTE_MS + run, { isStored: false });
    raised.push(...report.raised);
  }
  expect(raised).toHaveLength(12);
});

test('raises one alert of an event that a page has twice', async () => {
  const event = toEvent('a', NOON);
  const host = createRuleHost([event, event]);
  expect((await host.run(NOON + MINUTE_MS)).raised).toEqual(['a']);
});

test('finds events on their way when the interval is made longer', async () => {
  const events: SourceEvent[] = [];
  const host = createRuleHost(events);
  await host.run(NOON, { interval: '1m' });
  events.push(toEvent('late', NOON - 7 * MINUTE_MS));
  expect((await host.run(NOON + 9 * MINUTE_MS, { interval: '9m' })).raised).toEqual(['late']);
});

test('finds an event of the future when its time has come', async () => {
  const host = createRuleHost([toEvent('ahead', NOON + 32 * MINUTE_MS)]);
  const raised: (readonly string[])[] = [];
  for (const minute of [0, 30, 35, 40]) {
    raised.push((await host.run(NOON + minute * MINUTE_MS)).raised);
  }
  expect(raised).toEqual([[], [], ['ahead'], []]);
});

test('neither reads nor looks up matches again that it knows to be stored', async () => {
  const events = Array.from({ length: 900 }, (_, n) => toEvent(`e${n}`, NOON + n));
  const host = createRuleHost(events);
  await host.run(NOON + MINUTE_MS, { limit: 1000 });
  await host.run(NOON + 2 * MINUTE_MS, { limit: 1000 });
  const before = host.memory.searches.length;
  await host.run(NOON + 3 * MINUTE_MS, { limit: 1000 });
  const asked = host.memory.searches.slice(before);
  const answers = await Promise.all(asked.map((search) => host.memory.search(search)));
  expect(asked.length).toBeGreaterThan(0);
  expect(answers.flat()).toEqual([]);
});

test('does not say of matches that Kibana has yet to store that they are alerts', async () => {
  const memory = createMemoryAdapters([toEvent('a', NOON)], 1000, true);
  const { run, outcome } = createRuleRun({ startedAt: new Date(NOON + 1000).toISOString() });
  await createExecutor(memory.adapters, NO_EVIDENCE, 'en', () => new Date(0))(run);
  expect(outcome).toEqual([
    expect.stringMatching(/: 1 new match, handed to Kibana to be stored as alerts\. The next run/),
  ]);
});

test('words a run that Kibana cancelled as one that took too long, whatever its search said', async () => {
  const memory = createMemoryAdapters([]);
  let isCancelled = false;
  const execute = createExecutor(
    {
      ...memory.adapters,
      createEventReader: () => ({
        search: () => {
          isCancelled = true;
          return Promise.reject(
            new DomainError('event_search_failed', {
              reason: 'EQL search has been aborted due to cancelled execution',
            })
          );
        },
      }),
    },
    NO_EVIDENCE,
    'en',
    () => new Date(0)
  );
  const { run } = createRuleRun({
    startedAt: new Date(NOON).toISOString(),
    shouldStop: () => isCancelled,
  });
  await expect(execute(run)).rejects.toMatchObject({ code: 'event_search_timed_out' });
});
