/**
 * `sudo node scripts/run.mjs test/corpus/recorder/intrusion/record_intrusion.ts`: records the intrusion that the product ships, one server
 * after the other, into standalone/recording/data. Needs what the corpus's recorder needs.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { recordStage } from './record_stage';
import { web01 } from './web_01';
import { web02 } from './web_02';

const RULE = ['always,exit', '-F', 'arch=b64', '-S', 'execve,execveat', '-k', 'exec'];
const DATA = new URL('../../../../standalone/recording/data/', import.meta.url);

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
execFileSync('auditctl', ['-a', ...RULE]);
try {
  for (const stage of [web01, web02]) {
    const { processes, auditLog, accessLog, tables } = await recordStage(stage);
    const folder = new URL(`${stage.hostName}/`, DATA);
    mkdirSync(folder, { recursive: true });
    const write = (name: string, content: string | Buffer): void =>
      writeFileSync(new URL(name, folder), content);
    write('audit.log', auditLog);
    write('processes.json', `${JSON.stringify(processes, undefined, 1)}\n`);
    write('access.log', accessLog);
    write('tables.json.gz', gzipSync(JSON.stringify(tables), { level: 9 }));
  }
} finally {
  execFileSync('auditctl', ['-d', ...RULE]);
}
process.exit();
