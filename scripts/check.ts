import { spawn } from 'node:child_process';
import { runCommand, type Usage } from '../engines/command_line';

const USAGE = {
  about:
    'Finds what is wrong without running the product: types, lint, format, layers, unused code.',
  options: {},
  exits: { 0: 'nothing is wrong', 1: 'a check failed; what it says stands below its name' },
} satisfies Usage;

/**
 * `npm run check`. The slowest checks start first, two at a time.
 * Each layer has a type check of its own, because what a layer may not call must not even be declared there.
 */
const CHECKS = [
  ['lint', 'eslint .'],
  ['types everywhere', 'tsc -p .'],
  ['types of public', 'tsc -p public'],
  ['types of public on Kibana 8.12', 'tsc -p public/tsconfig.kibana_8_12.json'],
  ['types of standalone/browser', 'tsc -p standalone/browser'],
  ['format', 'prettier --check --cache --log-level warn .'],
  ['layers', 'depcruise common server public engines standalone scripts test'],
  ['unused', 'knip'],
  ['types of standalone', 'tsc -p standalone'],
  ['types of engines', 'tsc -p engines'],
  ['types of server', 'tsc -p server'],
  ['types of server on Kibana 9', 'tsc -p server/tsconfig.kibana_9.json'],
  ['types of common', 'tsc -p common'],
] as const;
const AT_A_TIME = 2;

interface Outcome {
  readonly passed: boolean;
  readonly output: string;
}

const run = (command: string): Promise<Outcome> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, { shell: true });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ passed: code === 0, output }));
  });

/** Whether all checks passed. */
const checkAll = async (): Promise<boolean> => {
  const waiting = [...CHECKS];
  let allPassed = true;
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [name, command] = next;
      const start = performance.now();
      const { passed, output } = await run(command);
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      console.log(`${passed ? 'ok    ' : 'FAILED'} ${seconds.padStart(5)} s  ${name}`);
      if (passed) continue;
      console.log(`${output.trim()}\n(${command})\n`);
      allPassed = false;
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
  return allPassed;
};

process.exitCode = await runCommand(USAGE, process.argv.slice(2), async () =>
  (await checkAll()) ? 0 : 1
);
