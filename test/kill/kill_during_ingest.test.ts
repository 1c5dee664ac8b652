import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openStore } from '../../standalone/store/open_store';
import { Random } from '../eql/random';
import { createTemporaryDirectory } from '../temporary_store';
import { countBytesBehind, findDifferences } from './find_differences';
import { startHostProcess } from './start_host_process';
import { writeAttackLog } from './write_attack_log';

/** `KILL_ROUNDS=100 npx vitest run test/kill` is the long form; `KILL_SEED` chooses other moments. */
const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 5);
const SEED = Number(process.env['KILL_SEED'] ?? 1);
const EXECS_PER_ROUND = 10_000;
/** Longer than a round takes, so that kills hit start, middle and end. */
const LONGEST_LIFE_MS = 1500;

test(
  `loses no event and no alert and has none twice after ${ROUNDS} kills at full speed (seed ${SEED})`,
  { timeout: 60_000 + ROUNDS * 20_000 },
  async () => {
    const random = new Random(SEED);
    const directory = await createTemporaryDirectory();
    const data = join(directory, 'data');
    const log = join(directory, 'audit.log');
    const startsAt = Date.now() - 3_600_000;
    let interrupted = 0;
    for (let round = 0; round < ROUNDS; round += 1) {
      const from = 1 + round * EXECS_PER_ROUND;
      await writeAttackLog(log, from, from + EXECS_PER_ROUND, startsAt);
      const host = await startHostProcess(data, log);
      await delay(random.below(LONGEST_LIFE_MS));
      await host.kill();
      if ((await countBytesBehind(data, log)) > 0) interrupted += 1;
    }
    expect(interrupted).toBeGreaterThan(0);

    const host = await startHostProcess(data, log);
    await host.caughtUp();
    await host.kill();
    const store = await openStore(data);
    const differences = await findDifferences(store, ROUNDS * EXECS_PER_ROUND);
    await store.close();
    expect(differences).toEqual({ events: [], alerts: [] });
  }
);
