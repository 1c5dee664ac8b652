import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SourceEvent } from '../../common/event/source_event';
import { createExecutor } from '../../server/rule_type/executor';
import type { RuleState } from '../../server/rule_type/rule_state';
import { createMemoryAdapters } from '../doubles/memory_adapters';
import { createRuleRun } from '../doubles/rule_run';

const NOON = Date.UTC(2026, 10, 24, 12);
const MINUTE_MS = 60_000;
/** What the look-back of nine minutes exceeds the interval of five by. */
const LATEST_MS = 4 * MINUTE_MS;

/** An event, and how long after it happened the index has it. Few distinct times, so that many share one. */
const eventArbitrary = fc.record({
  second: fc.integer({ min: 0, max: 1800 }).map((second) => second - (second % 20)),
  delayMs: fc.integer({ min: 0, max: LATEST_MS }),
});
/** A run some time after the one before, and what goes wrong with it. */
const runArbitrary = fc.record({
  waitMs: fc.integer({ min: 1, max: 15 * MINUTE_MS }),
  /** Kibana ends after the alerts were stored and before the state was. */
  isCrashed: fc.boolean(),
  /** Of the alerts the run hands over, those at these places are not stored. */
  lost: fc.array(fc.nat(6), { maxLength: 3 }),
});

test('every event becomes one alert, whatever is late, over the limit, lost or interrupted', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(eventArbitrary, { maxLength: 40 }),
      fc.array(runArbitrary, { maxLength: 10 }),
      fc.integer({ min: 1, max: 6 }),
      async (facts, runs, limit) => {
        const events = facts.map(({ second, delayMs }, n) => {
          const time = NOON + second * 1000;
          const source = { '@timestamp': new Date(time).toISOString() };
          return { arrival: time + delayMs, event: { index: 'i', id: `e${n}`, source } };
        });
        const visible: SourceEvent[] = [];
        const host = createMemoryAdapters(visible);
        const execute = createExecutor(host.adapters, 'en');
        let now = NOON;
        let state: RuleState = {};
        let storedCount = 0;

        const run = async ({ waitMs, isCrashed, lost }: (typeof runs)[number]): Promise<number> => {
          now += waitMs;
          visible.splice(
            0,
            Infinity,
            ...events.flatMap((e) => (e.arrival <= now ? [e.event] : []))
          );
          const startedAt = new Date(now).toISOString();
          const next = await execute(
            createRuleRun({ startedAt, state, params: { maxAlertsPerRun: limit } }).run
          );
          const reported = host.reported.length;
          expect(reported).toBeLessThanOrEqual(limit);
          const stored = host.reported.filter((_alert, place) => !lost.includes(place));
          host.reported.splice(0, Infinity, ...stored);
          storedCount += stored.length;
          host.storeReported();
          if (!isCrashed) ({ state } = next);
          return reported;
        };

        // The first run sets where the search begins; no event is older than its look-back.
        await run({ waitMs: 1, isCrashed: false, lost: [] });
        for (const facts of runs) await run(facts);
        const whole = { waitMs: 40 * MINUTE_MS, isCrashed: false, lost: [] };
        while ((await run(whole)) > 0);

        expect([...host.stored.keys()].sort()).toEqual(
          events.map(({ event }) => `rule-1:i:${event.id}`).sort()
        );
        expect(storedCount).toBe(events.length);
      }
    ),
    { numRuns: 1000 }
  );
});
