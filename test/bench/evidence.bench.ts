/** How soon after an exec is the evidence of its alert taken, on a host that follows the audit log? */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measureEvidence, startFollowingHost } from '../measure_evidence';

const RUNS = 7;

/** A host takes evidence once a minute, so each run has a host of its own. */
const measureOnce = async () => {
  const directory = await mkdtemp(join(tmpdir(), 'web-server-rce-'));
  const { host, attack } = await startFollowingHost(directory);
  try {
    // The threads have started when the first batch is read.
    await new Promise((resolve) => setTimeout(resolve, 2000));
    return await measureEvidence(host, await attack());
  } finally {
    await host.stop();
    await rm(directory, { recursive: true });
  }
};

export const benchEvidence = async () => {
  const taken: number[] = [];
  for (let run = 0; run < RUNS; run += 1) taken.push((await measureOnce()).takenMs);
  const sorted = taken.sort((a, b) => a - b);
  return [
    {
      what: 'from the exec to the last row of evidence',
      medianMs: sorted[Math.floor(RUNS / 2)],
      slowestMs: sorted.at(-1),
    },
  ];
};
