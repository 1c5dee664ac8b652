import { existsSync } from 'node:fs';
import { runCommand, UsageError, type Usage } from '../../engines/command_line';

const BENCHES = [
  { name: 'start', start: 'benchStart' },
  { name: 'eql', start: 'benchEql' },
  { name: 'osquery', start: 'benchOsquery' },
  { name: 'store', start: 'benchStore' },
  { name: 'ingest', start: 'benchIngest' },
  { name: 'rule_run', start: 'benchRuleRun' },
  { name: 'alerts', start: 'benchAlerts' },
  { name: 'ui', start: 'benchUi' },
  { name: 'evidence', start: 'benchEvidence' },
  { name: 'flood', start: 'benchFlood' },
  { name: 'detection', start: 'benchDetection' },
] as const;

const USAGE = {
  about: `Measures how fast things are on this machine: ${BENCHES.map(({ name }) => name).join(', ')}, or all of them.

  npm run bench -- eql`,
  options: {},
  rest: 'BENCH…',
  exits: { 0: 'measured', 1: 'a bench failed' },
} satisfies Usage;

/** A bench prints what it finds, or gives it as a list. */
const runBench = async ({ name, start }: (typeof BENCHES)[number]): Promise<void> => {
  const file = new URL(`./${name}.bench.ts`, import.meta.url);
  if (!existsSync(file)) {
    console.log(`There is no bench for ${name} here.`);
    return;
  }
  const module: Readonly<Record<string, unknown>> = await import(`./${name}.bench.ts`);
  const bench = module[start];
  if (typeof bench !== 'function') throw new TypeError(`${file.pathname} lacks ${start}`);
  const results: unknown = await bench();
  if (Array.isArray(results)) console.table(results);
};

process.exitCode = await runCommand(USAGE, process.argv.slice(2), async ({ rest }) => {
  const unknown = rest.find((name) => !BENCHES.some((bench) => bench.name === name));
  if (unknown !== undefined) {
    throw new UsageError(`There is no bench ${unknown}: --help lists them.`);
  }
  for (const bench of BENCHES) {
    if (rest.length === 0 || rest.includes(bench.name)) await runBench(bench);
  }
  return 0;
});
