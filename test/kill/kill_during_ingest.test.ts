import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { findText } from '../../common/event/get_values';
import { createHost } from '../../standalone/create_host';
import { createLogger } from '../../standalone/log/create_logger';
import { openStore } from '../../standalone/store/open_store';
import { createTemporaryDirectory } from '../temporary_store';
import { isAttack, writeAttackLog } from './write_attack_log';

/** `KILL_ROUNDS=100 npx vitest run test/kill` is the long form; `KILL_SEED` chooses other moments. */
const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 5);
const SEED = Number(process.env['KILL_SEED'] ?? 1);
const EXECS_PER_ROUND = 10_000;
/** Longer than a round takes on a slow machine, so that kills hit start, middle and end. */
const LONGEST_LIFE_MS = 1500;

const CHILD = fileURLToPath(new URL('host_child.ts', import.meta.url));
const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** Mulberry32: numbers from 0 to 1 that a seed repeats. */
const createRandom = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/** Starts the host and kills it some milliseconds after it began to work. */
const runAndKill = async (data: string, log: string, lifeMs: number): Promise<void> => {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, data, log], { cwd: PROJECT });
  const errors: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  const exited = once(child, 'exit');
  const started = await Promise.race([once(child.stdout, 'data'), exited.then(() => undefined)]);
  if (!started) throw new Error(`The host did not start: ${Buffer.concat(errors).toString()}`);
  await delay(lifeMs);
  child.kill('SIGKILL');
  await exited;
};

/** Whether the log is longer than what has been stored of it. */
const isBehind = async (data: string, log: string): Promise<boolean> => {
  const store = await openStore(data);
  const position = store.events.findPosition(log) as { offset: number } | undefined;
  await store.close();
  return (position?.offset ?? 0) < (await stat(log)).size;
};

test(
  `loses no event and no alert and has none twice after ${ROUNDS} kills at full speed (seed ${SEED})`,
  { timeout: 60_000 + ROUNDS * 20_000 },
  async () => {
    const random = createRandom(SEED);
    const directory = await createTemporaryDirectory();
    const data = join(directory, 'data');
    const log = join(directory, 'audit.log');
    const startsAt = Date.now() - 3_600_000;
    let interrupted = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const from = 1 + round * EXECS_PER_ROUND;
      await writeAttackLog(log, from, from + EXECS_PER_ROUND, startsAt);
      await runAndKill(data, log, random() * LONGEST_LIFE_MS);
      if (await isBehind(data, log)) interrupted += 1;
    }
    expect(interrupted).toBeGreaterThan(0);

    const last = ROUNDS * EXECS_PER_ROUND;
    const logger = createLogger({ write: console.warn, now: () => new Date() });
    const host = await createHost({
      port: 0,
      dataDirectory: data,
      input: { kind: 'audit_log', path: log, processes: undefined },
      keepEventsMs: 365 * 86_400_000,
      keepBytes: 1024 ** 4,
      locale: 'en',
      now: () => new Date(),
      logger,
    });
    const stored = new Uint8Array(last + 1);
    const raised = new Uint8Array(last + 1);
    try {
      await expect
        .poll(async () => (host.store.events.findPosition(log) as { offset: number }).offset, {
          timeout: 60_000,
          interval: 200,
        })
        .toBe((await stat(log)).size);
      await expect
        .poll(() => host.store.events.listArrivals(), { timeout: 60_000, interval: 200 })
        .toEqual([]);
      for await (const part of host.store.events.read(-Infinity, Infinity)) {
        for (const { event } of part.events) {
          stored[Number(findText(event.source, 'event.sequence'))]! += 1;
        }
      }
      for (const alert of host.store.alerts.documents()) {
        raised[Number(findText(alert, 'kibana.alert.original_event.sequence'))]! += 1;
      }
    } finally {
      await host.stop();
    }
    const serials = Array.from({ length: last }, (_, at) => at + 1);
    expect(serials.filter((serial) => stored[serial] !== 1)).toEqual([]);
    expect(serials.filter((serial) => raised[serial] !== (isAttack(serial) ? 1 : 0))).toEqual([]);
  }
);
