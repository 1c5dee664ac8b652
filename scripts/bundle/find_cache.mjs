// @ts-check
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, mkdtempSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PROJECT_ROOT } from './project_root.mjs';

const NAME = 'web_server_rce';

/**
 * The folder where this user's bundles are kept: in the checkout, if its cache is this user's own, otherwise in the user's
 * home. What others could have written is never run; where there is no other place, the folder is new each time.
 * @param {{ root?: string, home?: string, temporary?: string, user?: number | undefined }} [place]
 * @returns {string}
 */
export const findCache = ({
  root = PROJECT_ROOT,
  home = homedir(),
  temporary = tmpdir(),
  user = process.getuid?.(),
} = {}) => {
  // Bundles name their project's files, so checkouts don't share them.
  const checkout = createHash('sha256').update(root).digest('hex').slice(0, 12);
  const places = [
    join(root, 'node_modules/.cache', NAME),
    join(home, '.cache', NAME),
    join(temporary, `${NAME}-${user}`),
  ];
  const own = places.find((path) => isOwn(path, user));
  return own === undefined ? mkdtempSync(join(temporary, `${NAME}-`)) : join(own, checkout);
};

/**
 * Whether a folder is there, or can be made, that belongs to the user and into which nobody else can write.
 * @param {string} path
 * @param {number | undefined} user
 */
const isOwn = (path, user) => {
  try {
    mkdirSync(dirname(path), { recursive: true });
    mkdirSync(path, { recursive: true, mode: 0o700 });
    const found = lstatSync(path);
    const isTheirs = user !== undefined && found.uid !== user;
    return found.isDirectory() && !isTheirs && (found.mode & 0o022) === 0;
  } catch {
    return false;
  }
};
