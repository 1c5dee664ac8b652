/**
 * Reads everything in a database once, in a process of its own: LMDB trusts its file, so that a damaged page ends the process
 * that follows it. Ends with 0 when all can be read and with 3 when it is damaged; by a signal that is damage too.
 */
import { open } from 'lmdb';

const DAMAGED = 3;
/** What the host itself can't do without; a damaged value of another tree is dealt with where it is read. */
const READ_AT_START = ['settings', 'rules', 'rule_runs', 'arrivals', 'positions'];

const readTree = (root, name) => {
  const encoding = READ_AT_START.includes(name) ? 'json' : 'binary';
  const tree = root.openDB({ name, encoding });
  let count = 0;
  const { entryCount } = tree.getStats();
  for (const { key } of tree.getRange()) {
    count += 1;
    // Pages that lead back to earlier ones would be walked for ever.
    if (count > entryCount || key === undefined) process.exit(DAMAGED);
  }
  if (count !== entryCount) process.exit(DAMAGED);
};

let root;
try {
  root = open({ path: process.argv[2], maxDbs: 64, readOnly: true });
} catch (error) {
  // LMDB's own errors are negative; the system's (no permission, no space) are not.
  process.exit(error.code < 0 ? DAMAGED : 1);
}
try {
  const names = [...root.getKeys()];
  // A damaged root has no trees to read, and would be written to.
  if (names.length !== root.getStats().entryCount) process.exit(DAMAGED);
  for (const name of names) readTree(root, name);
} catch {
  process.exit(DAMAGED);
}
