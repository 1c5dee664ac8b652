import { NO_EVIDENCE } from '../doubles/no_evidence';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toAlertInstanceId } from '../../common/alert/alert_instance_id';
import { DomainError } from '../../common/errors/domain_error';
import type { SourceEvent } from '../../common/event/source_event';
import { createExecutor } from '../../server/rule_type/executor';
import type { RuleState } from '../../server/rule_type/rule_state';
import { createMemoryAdapters } from '../doubles/memory_adapters';
import { createRuleRun } from '../doubles/rule_run';

/** `SCHEDULES=10000 npx vitest run test/rule_type` is the long form. */
const SCHEDULES = Number(process.env['SCHEDULES'] ?? 1000);
const NOON = Date.UTC(2026, 10, 24, 12);
const MINUTE_MS = 60_000;
/** What the look-back of nine minutes exceeds the interval of five by. */
const LATEST_MS = 4 * MINUTE_MS;

/** An event, and how long after it happened the index has it: before it happened, where its clock is ahead. */
const eventArbitrary = fc.record({
  second: fc.integer({ min: 0, max: 1800 }).map((second) => second - (second % 20)),
  delayMs: fc.integer({ min: -30 * MINUTE_MS, max: LATEST_MS }),
  /** The reader gives it twice. */
  isDouble: fc.boolean(),
});
/** A run some time after the one before, and what goes wrong with it. */
const runArbitrary = fc.record({
  waitMs: fc.integer({ min: 1, max: 15 * MINUTE_MS }),
  /** Kibana ends after the alerts were stored and before the state was. */
  isCrashed: fc.boolean(),
  /** Another Kibana has the run, which knows of earlier ones by their state alone. */
  isElsewhere: fc.boolean(),
  /** Of the alerts the run hands over, those at these places are not stored. */
  lost: fc.array(fc.nat(6), { maxLength: 3 }),
  /** From this search on all of the run's fail. */
  failsAt: fc.option(fc.nat(4), { nil: Infinity }),
  /** Searches of longer periods take too long. */
  longestMinutes: fc.option(fc.integer({ min: 3, max: 20 }), { nil: Infinity }),
});

interface Schedule {
  readonly waitMs: number;
  readonly isCrashed: boolean;
  readonly isElsewhere: boolean;
  readonly lost: readonly number[];
  readonly failsAt: number;
  readonly longestMinutes: number;
}

const QUIET: Schedule = {
  waitMs: 40 * MINUTE_MS,
  isCrashed: false,
  isElsewhere: false,
  lost: [],
  failsAt: Infinity,
  longestMinutes: Infinity,
};

test(
  `every event becomes one alert in ${SCHEDULES} schedules, whatever is late, early, double, over the limit, lost, slow, failed or interrupted`,
  async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(eventArbitrary, { maxLength: 40 }),
        fc.array(runArbitrary, { maxLength: 10 }),
        fc.integer({ min: 1, max: 6 }),
        async (facts, runs, limit) => {
          const events = facts.map(({ second, delayMs, isDouble }, n) => {
            const time = NOON + second * 1000;
            const source = { '@timestamp': new Date(time).toISOString() };
            return {
              arrival: time + delayMs,
              isDouble,
              event: { index: 'i', id: `e${n}`, source },
            };
          });
          const visible: SourceEvent[] = [];
          const trouble = { searches: 0, ...QUIET };
          const host = createMemoryAdapters(visible);
          const adapters = {
            ...host.adapters,
            createEventReader: () => ({
              search: async (search: Parameters<typeof host.search>[0]) => {
                trouble.searches += 1;
                if (trouble.searches > trouble.failsAt)
                  throw new DomainError('event_search_failed', { reason: 'down' });
                const minutes = (Date.parse(search.to) - Date.parse(search.from)) / MINUTE_MS;
                if (minutes > trouble.longestMinutes)
                  throw new DomainError('event_search_timed_out', {});
                return host.search(search);
              },
            }),
          };
          let execute = createExecutor(adapters, NO_EVIDENCE, 'en', () => new Date(0));
          let now = NOON;
          let state: RuleState = {};
          let storedCount = 0;

          const run = async (schedule: Schedule): Promise<boolean> => {
            now += schedule.waitMs;
            Object.assign(trouble, schedule, { searches: 0 });
            if (schedule.isElsewhere)
              execute = createExecutor(adapters, NO_EVIDENCE, 'en', () => new Date(0));
            const arrived = events.filter(({ arrival }) => arrival <= now);
            visible.splice(
              0,
              Infinity,
              ...arrived.flatMap(({ event, isDouble }) => (isDouble ? [event, event] : [event]))
            );
            const { run: options } = createRuleRun({
              startedAt: new Date(now).toISOString(),
              updatedAt: new Date(NOON),
              state,
              params: { maxAlertsPerRun: limit },
            });
            const next = await execute(options).catch((error: unknown) => {
              if (error instanceof DomainError) return undefined;
              throw error;
            });
            const reported = host.reported.length;
            expect(reported).toBeLessThanOrEqual(limit);
            const stored = host.reported.filter((_alert, place) => !schedule.lost.includes(place));
            host.reported.splice(0, Infinity, ...stored);
            storedCount += stored.length;
            host.storeReported();
            if (next && !schedule.isCrashed) ({ state } = next);
            return reported > 0 || (state.left?.length ?? 0) > 0;
          };

          for (const schedule of runs) await run(schedule);
          while (await run(QUIET));

          expect([...host.stored.keys()].sort()).toEqual(
            events.map(({ event }) => toAlertInstanceId('rule-1', event)).sort()
          );
          expect(storedCount).toBe(events.length);
        }
      ),
      { numRuns: SCHEDULES }
    );
  },
  60_000 + SCHEDULES * 30
);
