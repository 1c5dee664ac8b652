/** What does a run of the rules cost beside what their searches and look-ups take? */
import { toTrees, type Tree } from '../../common/detection';
import { toShippedParams } from '../../common/rule/rule_params';
import { webServerRule } from '../../common/rule/web_server_rule';
import type { SourceEvent } from '../../common/event/source_event';
import { createExecutor } from '../../server/rule_type/executor';
import type { RuleState } from '../../server/rule_type/rule_state';
import { readRecording } from '../../standalone/recording/read_recording';
import { readCorpus } from '../corpus/read_corpus';
import { readLabEvents } from '../detection/read_lab_events';
import { createMemoryAdapters } from '../doubles/memory_adapters';
import { NO_EVIDENCE } from '../doubles/no_evidence';
import { createRuleRun } from '../doubles/rule_run';
import { runExtendedRule } from './run_extended_rule';

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

/** `RULE_RUN_TEXTS=recorded npm run bench -- rule_run`: as recorded, so that one attack in two is the same as an earlier one. */
const AS_RECORDED = process.env['RULE_RUN_TEXTS'] === 'recorded';

/** Recorded attacks, in turn until there are so many; no two have the same text unless they are asked for as recorded. */
const readAttacks = async (count: number): Promise<readonly Tree[]> => {
  const trees: Tree[] = [];
  for (const lab of readCorpus('tuning')) {
    const attacks = lab.readLabels().filter(({ kind }) => kind === 'attack');
    const serials = new Set(attacks.flatMap(({ exec_serials }) => exec_serials));
    const isAttack = ({ starts }: Tree): boolean =>
      starts.some(({ event }) => serials.has(toSerial(event)));
    trees.push(...toTrees(await readLabEvents(lab, 'ecs')).filter(isAttack));
  }
  return Array.from({ length: count }, (_, at) => trees[at % trees.length])
    .map((tree, at) =>
      (tree?.starts ?? []).map(({ event }) => (AS_RECORDED ? event : withRemark(event, at)))
    )
    .flatMap((events) => toTrees(events).slice(0, 1));
};

const toSerial = ({ source }: SourceEvent): number =>
  (source['event'] as { readonly sequence: number }).sequence;

/** A shell leaves out what stands behind a number sign. */
const withRemark = (event: SourceEvent, at: number): SourceEvent => {
  const process = event.source['process'] as { readonly args?: readonly string[] };
  const args = process.args?.map((arg, place, all) =>
    all[place - 1] === '-c' ? `${arg} # ${at}` : arg
  );
  return { ...event, source: { ...event.source, process: { ...process, args } } };
};

export const benchRuleRun = async (): Promise<void> => {
  // First, because this process has graded nothing yet.
  const attacks = await readAttacks(1000);
  console.log('\nA run of the extended rule, without its searches');
  for (const when of [
    'in a process that has just begun',
    '',
    '',
    '',
    '',
    'in one that has run for a while',
  ]) {
    const { alerts, ms } = await runExtendedRule(attacks, attacks.length);
    if (when !== '') console.log(`  ${alerts} new alerts ${when}: ${ms.toFixed(0)} ms`);
  }

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
  console.log('\nA run of the customer’s rule, without its searches and look-ups');

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
