/**
 * Writes an audit log as auditd does, in a process of its own: so many execs a second, rotated by renaming.
 * `write_log_child.ts PATH EXECS EXECS_PER_SECOND`; prints how many it has written, at the end.
 */
import { closeSync, openSync, renameSync, writeSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { createLogCopies } from './create_log_copies';

/** auditd's `max_log_file` and `num_logs`, large enough for the reader to be some seconds late. */
const MOST_BYTES = 256 * 1024 * 1024;
const MOST_FILES = 4;

const [path = '', wanted = '', rate = ''] = process.argv.slice(2);
const perSecond = Number(rate);
const { head, write } = await createLogCopies(Date.now(), perSecond / 1000);

const rotate = (): void => {
  for (let number = MOST_FILES - 1; number > 0; number -= 1) {
    const older = number === 1 ? path : `${path}.${number - 1}`;
    try {
      renameSync(older, `${path}.${number}`);
    } catch {
      // There are not so many yet.
    }
  }
};

let file = openSync(path, 'a');
let bytesInFile = writeSync(file, head);
let written = 0;
const begin = performance.now();
for (let copy = 0; written < Number(wanted); copy += 1) {
  if (bytesInFile > MOST_BYTES) {
    closeSync(file);
    rotate();
    file = openSync(path, 'a');
    bytesInFile = 0;
  }
  const { bytes, execs } = write(copy);
  bytesInFile += writeSync(file, bytes);
  written += execs;
  const early = (written / perSecond) * 1000 - (performance.now() - begin);
  if (early > 5) await delay(early);
}
closeSync(file);
process.stdout.write(String(written));
