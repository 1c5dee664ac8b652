import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '../../standalone/store/open_store';
import { createTemporaryDirectory } from '../temporary_store';
import { findDifferences } from './find_differences';
import { startHostProcess } from './start_host_process';
import { writeAttackLog } from './write_attack_log';

const EXECS = 10_000;
/** Room for some of the events, but not for all. */
const MOST_KIB = 256;

/** Lifts the limit of a running process, as freeing space does for a full disk. */
const liftLimit = (pid: number): boolean =>
  spawnSync('prlimit', ['--pid', String(pid), '--fsize=unlimited']).status === 0;

const canLift = liftLimit(process.pid);
if (!canLift) console.warn('The test of a full disk is skipped: there is no prlimit here.');

test.skipIf(!canLift)(
  'says that the disk is full, goes on by itself once it is not, and loses nothing (needs prlimit)',
  { timeout: 120_000 },
  async () => {
    const directory = await createTemporaryDirectory();
    const data = join(directory, 'data');
    const log = join(directory, 'audit.log');
    await writeAttackLog(log, 1, EXECS + 1, Date.now() - 3_600_000);
    const host = await startHostProcess(data, log, MOST_KIB);
    await host.logged('Events can’t be stored');
    expect(liftLimit(host.pid)).toBe(true);
    await host.logged('Events are stored again.');
    await host.caughtUp();
    await host.kill();
    const store = await openStore(data);
    const differences = await findDifferences(store, EXECS);
    await store.close();
    expect(differences).toEqual({ events: [], alerts: [] });
  }
);
