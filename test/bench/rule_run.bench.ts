import { NO_EVIDENCE } from '../doubles/no_evidence';
/** What does a run of the rule cost beside what its searches and look-ups take? */
import { toShippedParams } from '../../common/rule/rule_params';
import { webServerRule } from '../../common/rule/web_server_rule';
import type { SourceEvent } from '../../common/event/source_event';
import { createExecutor } from '../../server/rule_type/executor';
import type { RuleState } from '../../server/rule_type/rule_state';
import { readRecording } from '../../standalone/recording/read_recording';
import { createMemoryAdapters } from '../doubles/memory_adapters';
import { createRuleRun } from '../doubles/rule_run';

const NOON = Date.UTC(2026, 0, 1, 12);
const MINUTE_MS = 60_000;
const INDEX = 'logs-endpoint.events.process-default';

/** Ports that count the time spent behind them. */
const createTimedHost = (events: readonly SourceEvent[]) => {
  const memory = createMemoryAdapters(events);
  const spent = { ms: 0 };
  const timed = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    const begin = performance.now();
    try {
      return await ask();
    } finally {
      spent.ms += performance.now() - begin;
    }
  };
  const adapters = {
    ...memory.adapters,
    createEventReader: () => ({
      search: (search: Parameters<typeof memory.search>[0]) => timed(() => memory.search(search)),
    }),
  };
  const execute = createExecutor(adapters, NO_EVIDENCE, 'en', () => new Date(0));
  let state: RuleState = {};
  /** @returns the run's own milliseconds */
  const run = async (time: number): Promise<number> => {
    const { run: options } = createRuleRun({
      startedAt: new Date(time).toISOString(),
      state,
      params: { ...toShippedParams(webServerRule), maxAlertsPerRun: 1000 },
    });
    spent.ms = 0;
    const begin = performance.now();
    ({ state } = await execute(options));
    const own = performance.now() - begin - spent.ms;
    memory.storeReported();
    return own;
  };
  return { run };
};

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

export const benchRuleRun = async (): Promise<void> => {
  const recorded = await readRecording({ index: INDEX, endsAt: NOON });
  const matching = recorded.filter(({ source }) => JSON.stringify(source).includes('"name":"sh"'));
  const createMatches = (count: number, start: number): SourceEvent[] =>
    Array.from({ length: count }, (_, n) => ({
      index: INDEX,
      id: `${start}-${n}`,
      source: {
        ...matching[n % matching.length]?.source,
        '@timestamp': new Date(start + n).toISOString(),
      },
    }));
  console.log('\nA run of the rule, without its searches and look-ups');

  const events: SourceEvent[] = [];
  const host = createTimedHost(events);
  const own: number[] = [];
  for (let run = 1; run <= 20; run += 1) {
    const now = NOON + run * 5 * MINUTE_MS;
    events.push(...createMatches(100, now - MINUTE_MS));
    own.push(await host.run(now));
  }
  console.log(`  100 new matches: ${median(own).toFixed(1)} ms`);

  const known = createTimedHost(createMatches(5000, NOON));
  for (let run = 0; run < 8; run += 1) await known.run(NOON + 30_000 + run * 1000);
  const idle: number[] = [];
  for (let run = 0; run < 9; run += 1) idle.push(await known.run(NOON + 60_000 + run * 1000));
  console.log(`  nothing new beside 5,000 known matches: ${median(idle).toFixed(1)} ms`);
};
