/**
 * `sudo node scripts/run.mjs test/corpus/recorder/record.ts <lab>…`: records labs of `labs/` into `../recordings/<split>/<lab>`.
 * Needs Debian 12 with the packages of packages.txt, auditd and root; see the corpus's README.
 */
import { execFileSync } from 'node:child_process';
import type { Lab } from './lab';
import { recordLab } from './record_lab';
import { writeRecording } from './write_recording';

const RULE = ['always,exit', '-F', 'arch=b64', '-S', 'execve,execveat', '-k', 'exec'];
const audit = (...args: string[]): string => execFileSync('auditctl', args).toString();
const countLost = (): string | undefined => /^lost \d+$/m.exec(audit('-s'))?.[0];

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
const hasRule = audit('-l').includes('execve');
if (!hasRule) audit('-a', ...RULE);
try {
  for (const name of process.argv.slice(2)) {
    const labs: Record<string, Lab> = await import(`./labs/${name}/lab.ts`);
    const [lab] = Object.values(labs);
    if (!lab) throw new Error(`${name} has no lab`);
    const lostBefore = countLost();
    const recording = await recordLab(lab);
    if (countLost() !== lostBefore) throw new Error('the kernel lost audit records');
    console.log(writeRecording(lab, recording));
  }
} finally {
  if (!hasRule) audit('-d', ...RULE);
}
process.exit();
