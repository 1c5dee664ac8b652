import { execFile } from 'node:child_process';
import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { openStore } from '../../standalone/store/open_store';
import { startHost } from '../start_host';
import { writeAttackLog } from '../kill/write_attack_log';
import { createTemporaryDirectory } from '../temporary_store';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
/** Execs of which one is an attack. */
const EXECS = 100;

test('a host whose store was damaged while it was off raises what its log tells, and what comes after', async () => {
  const directory = await createTemporaryDirectory();
  const log = join(directory, 'audit.log');
  const startsAt = Date.now() - 60_000;
  await writeAttackLog(log, 1, EXECS, startsAt);
  const input = { kind: 'audit_log', path: log, processes: undefined } as const;
  const first = await startHost(directory, { input });
  await expect.poll(() => first.store.alerts.rows().length, { timeout: 20_000 }).toBe(1);
  await first.stop();

  await truncate(join(directory, 'data/store/data.mdb'), 5000);
  const second = await startHost(directory, { input });
  try {
    expect(second.logged.filter((line) => line.includes('set aside'))).toHaveLength(1);
    await expect.poll(() => second.store.alerts.rows().length, { timeout: 20_000 }).toBe(1);
    await writeAttackLog(log, EXECS, 2 * EXECS, startsAt);
    await expect.poll(() => second.store.alerts.rows().length, { timeout: 20_000 }).toBe(2);
  } finally {
    await second.stop();
  }
}, 60_000);

test('a damaged store whose alerts are to be written out is not taken for one without alerts', async () => {
  const directory = await createTemporaryDirectory();
  await (await openStore(directory)).close();
  await truncate(join(directory, 'store/data.mdb'), 5000);
  const file = join(directory, 'alerts.ndjson');
  const { stderr } = await promisify(execFile)(
    process.execPath,
    ['scripts/run.mjs', 'standalone/cli/start.ts', '--data', directory, '--export', file],
    { cwd: PROJECT, env: { ...process.env, LANG: 'en_US.UTF-8', LC_ALL: '' } }
  );
  expect(stderr).toContain('is damaged and was set aside as store.damaged.1');
}, 60_000);
