import { NO_EVIDENCE } from '../doubles/no_evidence';
import { describe, expect, it } from 'vitest';
import { DomainError } from '../../common/errors/domain_error';
import type { SourceEvent } from '../../common/event/source_event';
import type { EventSearch } from '../../server/ports/event_reader';
import { createExecutor } from '../../server/rule_type/executor';
import type { RuleState } from '../../server/rule_type/rule_state';
import { createMemoryAdapters } from '../doubles/memory_adapters';
import { createRuleRun } from '../doubles/rule_run';

const toEvent = (id: string, time: string): SourceEvent => ({
  index: 'logs-endpoint.events.process-default',
  id,
  source: { '@timestamp': time, event: { category: ['process'] }, process: { name: 'sh' } },
});

const at = (minute: number, second = 0): string =>
  new Date(Date.UTC(2026, 10, 24, 12, minute, second)).toISOString();

/** Runs at the given minutes, one after the other, each with the state of the one before. */
const runAt = async (
  host: ReturnType<typeof createMemoryAdapters>,
  minutes: readonly number[],
  { limit = 100, store = () => true }: { limit?: number; store?: (minute: number) => boolean } = {}
) => {
  const execute = createExecutor(host.adapters, NO_EVIDENCE, 'en', () => new Date(0));
  let state: RuleState = {};
  const raised: string[][] = [];
  const warnings: string[][] = [];
  for (const minute of minutes) {
    const { run, warnings: said } = createRuleRun({
      startedAt: at(minute),
      state,
      params: { maxAlertsPerRun: limit },
    });
    ({ state } = await execute(run));
    raised.push(host.reported.map(({ payload }) => String(payload['kibana.alert.ancestors.id'])));
    warnings.push(said);
    if (store(minute)) host.storeReported();
    else host.reported.length = 0;
  }
  return { raised, warnings, state };
};

describe('a run of the rule', () => {
  it('raises one alert per matching event', async () => {
    const host = createMemoryAdapters([toEvent('a', at(3)), toEvent('b', at(4))]);
    expect((await runAt(host, [5])).raised).toEqual([['a', 'b']]);
  });

  it('raises nothing twice where windows overlap', async () => {
    const host = createMemoryAdapters([toEvent('a', at(4))]);
    expect((await runAt(host, [5, 10])).raised).toEqual([['a'], []]);
  });

  it('raises nothing twice when it is run again from the old state, as after a crash', async () => {
    const host = createMemoryAdapters([toEvent('a', at(4))]);
    await runAt(host, [5]);
    expect((await runAt(host, [5])).raised).toEqual([[]]);
  });

  it('finds an event that arrives four minutes late', async () => {
    const events = [toEvent('a', at(4))];
    const host = createMemoryAdapters(events);
    await runAt(host, [5]);
    events.push(toEvent('late', at(1, 30)));
    expect((await runAt(host, [10])).raised).toEqual([['late']]);
  });

  it('searches the whole gap after an outage', async () => {
    const host = createMemoryAdapters([toEvent('in the gap', at(20))]);
    expect((await runAt(host, [5, 50])).raised).toEqual([[], ['in the gap']]);
  });

  it('raises at most the limit, carries the rest over and says so', async () => {
    const events = Array.from({ length: 250 }, (_, n) =>
      toEvent(`e${n}`, new Date(Date.UTC(2026, 10, 24, 12, 4) + n).toISOString())
    );
    const { raised, warnings } = await runAt(createMemoryAdapters(events), [5, 10, 15, 20]);
    expect(raised.map((ids) => ids.length)).toEqual([100, 100, 50, 0]);
    expect(new Set(raised.flat()).size).toBe(250);
    expect(warnings.map((said) => said.length)).toEqual([1, 1, 0, 0]);
    expect(warnings[0]?.[0]).toContain('carried over');
  });

  it('drops nothing when thousands of events share one millisecond', async () => {
    const events = Array.from({ length: 1700 }, (_, n) => toEvent(`e${n}`, at(4)));
    const { raised } = await runAt(createMemoryAdapters(events), [5, 10, 15], { limit: 1000 });
    expect(raised.map((ids) => ids.length)).toEqual([1000, 700, 0]);
    expect(new Set(raised.flat()).size).toBe(1700);
  });

  it('reads a window of several pages to its end, also where a page ends amid a millisecond', async () => {
    const events = Array.from({ length: 1200 }, (_, n) =>
      toEvent(
        `e${n}`,
        new Date(Date.UTC(2026, 10, 24, 12, 1) + Math.floor(n / 3) * 300).toISOString()
      )
    );
    const host = createMemoryAdapters(events);
    const { raised } = await runAt(host, [5, 10, 15], { limit: 1000 });
    expect(raised.map((ids) => ids.length)).toEqual([1000, 200, 0]);
  });

  it('raises again, long after their window, the alerts alerting failed to store', async () => {
    const host = createMemoryAdapters([toEvent('a', at(4))]);
    const { raised, warnings } = await runAt(host, [5, 30, 35], {
      store: (minute) => minute !== 5,
    });
    expect(raised).toEqual([['a'], ['a'], []]);
    expect(warnings[1]?.[0]).toContain('not stored');
  });

  it('gives up an alert that no index takes, says so, and goes on with the others', async () => {
    const host = createMemoryAdapters([toEvent('a', at(4)), toEvent('b', at(4, 30))]);
    const minutes = Array.from({ length: 13 }, (_, n) => 5 * (n + 1));
    const { raised, warnings } = await runAt(host, minutes, { limit: 1, store: () => false });
    expect(raised.map(([id]) => id)).toEqual([...Array<string>(12).fill('a'), 'b']);
    expect(warnings[12]?.join()).toMatch(/given up, the first of them .* · rule-1:/);
  });

  it('keeps to the limit that kibana.yml sets below the rule’s', async () => {
    const events = Array.from({ length: 5 }, (_, n) => toEvent(`e${n}`, at(4, n)));
    const { raised } = await runAt(createMemoryAdapters(events, 2), [5, 10, 15]);
    expect(raised.map((ids) => ids.length)).toEqual([2, 2, 1]);
  });

  it('stops its search when alerting ends the run, and hands over no alert', async () => {
    const host = createMemoryAdapters([]);
    const createEventReader = () => ({
      search: ({ signal }: EventSearch) =>
        new Promise<never>((_resolve, reject) => {
          signal.addEventListener('abort', () =>
            reject(new DomainError('event_search_timed_out', {}))
          );
        }),
    });
    const { run } = createRuleRun({ startedAt: at(5), shouldStop: () => true });
    await expect(
      createExecutor(
        { ...host.adapters, createEventReader },
        NO_EVIDENCE,
        'en',
        () => new Date(0)
      )(run)
    ).rejects.toMatchObject({ code: 'event_search_timed_out' });
    expect(host.reported).toEqual([]);
  });

  it('says what it searched and how many alerts it raised', async () => {
    const { run, outcome } = createRuleRun({ startedAt: at(5) });
    await createExecutor(
      createMemoryAdapters([toEvent('a', at(4))]).adapters,
      NO_EVIDENCE,
      'en',
      () => new Date(0)
    )(run);
    expect(outcome).toEqual([
      'Searched 2026-11-24T11:56:00.000Z to 2026-11-24T12:05:00.000Z: 1 new alert.',
    ]);
  });
});
