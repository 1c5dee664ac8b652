/** `npm run bench -- [eql|osquery|store|ingest|all]`: how fast things are on this machine. */
import { existsSync } from 'node:fs';

const BENCHES = [
  { name: 'eql', start: 'benchEql' },
  { name: 'osquery', start: 'benchOsquery' },
  { name: 'store', start: 'benchStore' },
  { name: 'ingest', start: 'benchIngest' },
] as const;

/** A bench prints what it finds, or gives it as a list. */
const runBench = async ({ name, start }: (typeof BENCHES)[number]): Promise<void> => {
  const file = new URL(`./${name}.bench.ts`, import.meta.url);
  if (!existsSync(file)) {
    console.log(`There is no bench for ${name} here.`);
    return;
  }
  const module: Readonly<Record<string, unknown>> = await import(file.href);
  const bench = module[start];
  if (typeof bench !== 'function') throw new TypeError(`${file.pathname} lacks ${start}`);
  const results: unknown = await bench();
  if (Array.isArray(results)) console.table(results);
};

const [wanted = 'all'] = process.argv.slice(2);
const benches = BENCHES.filter(({ name }) => wanted === 'all' || wanted === name);
if (benches.length === 0) {
  console.error(`There are benches for ${BENCHES.map(({ name }) => name).join(', ')} and all.`);
  process.exitCode = 2;
}
for (const bench of benches) await runBench(bench);
