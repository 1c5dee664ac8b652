/** How long do whole commands take to start, the first time in a checkout and after that? */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCache } from '../../scripts/bundle/find_cache.mjs';
import { PROJECT_ROOT } from '../../scripts/bundle/project_root.mjs';

const PRODUCT = [
  ...['common', 'engines', 'public', 'scripts', 'server', 'standalone', 'translations'],
  'package.json',
];
const WARM_RUNS = 5;
const TICKS_PER_SECOND = 100;

interface StartTiming {
  readonly command: string;
  readonly run: 'first' | 'warm';
  readonly seconds: string;
  /** Of all processes of a command; of the host its own. */
  readonly 'CPU seconds': string;
}

type Sample = readonly [seconds: number, cpuSeconds: number];

/** A command to its end, in a checkout. */
const timeCommand = (checkout: string, script: string): Sample => {
  const startedAt = performance.now();
  // `times` tells what the children of the shell took: 0m0.12s 0m0.03s.
  const output = execFileSync('sh', ['-c', `${script} >/dev/null 2>&1; times`], {
    cwd: checkout,
    encoding: 'utf8',
  });
  const parts = [...(output.trim().split('\n').at(-1) ?? '').matchAll(/(\d+)m([\d.]+)s/g)];
  const cpuSeconds = parts.reduce(
    (sum, [, minutes, rest]) => sum + Number(minutes) * 60 + Number(rest),
    0
  );
  return [(performance.now() - startedAt) / 1000, cpuSeconds];
};

/** The host from its start until its page can be opened. */
const timeHost = async (checkout: string): Promise<Sample> => {
  const startedAt = performance.now();
  const child = spawn(
    process.execPath,
    ['scripts/run.mjs', 'standalone/cli/start.ts', '--port', '0', '--data', join(checkout, 'data')],
    { cwd: checkout, stdio: ['ignore', 'pipe', 'ignore'] }
  );
  let said = '';
  while (!said.includes('Ready: ')) said += String((await once(child.stdout, 'data'))[0]);
  const seconds = (performance.now() - startedAt) / 1000;
  const [, fields = ''] = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ');
  const [user, system] = fields.split(' ').slice(11, 13).map(Number);
  child.kill('SIGTERM');
  await once(child, 'exit');
  return [seconds, ((user ?? 0) + (system ?? 0)) / TICKS_PER_SECOND];
};

const toTiming = (
  command: string,
  run: StartTiming['run'],
  samples: readonly Sample[]
): StartTiming => ({
  command,
  run,
  seconds: Math.min(...samples.map(([seconds]) => seconds)).toFixed(2),
  'CPU seconds': Math.min(...samples.map(([, cpuSeconds]) => cpuSeconds)).toFixed(2),
});

const measure = async (
  command: string,
  time: () => Sample | Promise<Sample>
): Promise<StartTiming[]> => {
  const first = await time();
  const warm: Sample[] = [];
  for (let run = 0; run < WARM_RUNS; run += 1) warm.push(await time());
  return [toTiming(command, 'first', [first]), toTiming(command, 'warm', warm)];
};

/** Times `npm run …` in a copy of this checkout that has no bundles yet; the best of its warm runs counts. */
export const benchStart = async (): Promise<StartTiming[]> => {
  const checkout = mkdtempSync(join(tmpdir(), 'web-server-rce-start-'));
  try {
    for (const name of PRODUCT) {
      cpSync(join(PROJECT_ROOT, name), join(checkout, name), { recursive: true });
    }
    symlinkSync(join(PROJECT_ROOT, 'node_modules'), join(checkout, 'node_modules'));
    const events = join(checkout, 'empty.ndjson');
    writeFileSync(events, '');
    const npm = (rest: string) => () => timeCommand(checkout, `npm run --silent ${rest}`);
    execFileSync('npm', ['pkg', 'set', 'scripts.nothing=true'], { cwd: checkout });
    return [
      ...(await measure('an empty npm script', npm('nothing'))),
      ...(await measure('eql', npm(`eql -- --query 'process where true' --events ${events}`))),
      ...(await measure('scan', npm(`scan -- --events ${events}`))),
      ...(await measure('osquery', npm("osquery -- 'SELECT 1'"))),
      ...(await measure('start, until its page is ready', () => timeHost(checkout))),
    ];
  } finally {
    rmSync(findCache({ root: `${checkout}/` }), { recursive: true, force: true });
    rmSync(checkout, { recursive: true });
  }
};
