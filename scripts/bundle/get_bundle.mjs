// @ts-check
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holdBundle, removeUnused } from './bundle_use.mjs';
import { findCache } from './find_cache.mjs';
import { PROJECT_ROOT } from './project_root.mjs';

/**
 * @typedef {object} Recipe
 * @property {string} name a file name; bundles of one name replace each other
 * @property {(directory: string) => Promise<readonly string[]>} make
 *   writes the files into an empty directory, and gives the paths of what they were made from, relative to the project
 * @property {() => void} [onMake] is called when there is none to be had
 * @property {string} [cache] where bundles are kept
 */

/**
 * What a bundle was made from and with, and what it consists of. Files are told by their content: a checkout or a copy
 * changes times. Packages are told by npm's list of what is installed.
 * @typedef {object} Manifest
 * @property {string} root
 * @property {string | undefined} node
 * @property {Record<string, string>} inputs path → hash
 * @property {Record<string, number>} outputs path → size
 */

const MANIFEST = 'bundle.json';
const FILES = 'files';
/** So many of the newest are tried, for those who go back and forth between two states. */
const TRIED = 4;
const NODE = process.versions.node.split('.')[0];
/** What every bundle is made with, as well as from. */
const TOOLS = ['node_modules/.package-lock.json', 'package.json', 'scripts/bundle/get_bundle.mjs'];

/**
 * The directory of a bundle that is up to date, made now if there is none. It stays as long as this process lives.
 * A bundle gets its place in one step when it is complete, and nobody changes it afterwards.
 * @param {Recipe} recipe
 * @returns {Promise<string>}
 */
export const getBundle = async ({ name, make, onMake, cache = findCache() }) => {
  const folder = join(cache, name);
  mkdirSync(folder, { recursive: true });
  const hash = createHasher();
  const found = listNewest(folder).find((bundle) => isFresh(bundle, hash));
  if (found !== undefined) {
    holdBundle(found);
    return join(found, FILES);
  }
  onMake?.();
  const unfinished = join(folder, `unfinished-${randomUUID()}`);
  mkdirSync(join(unfinished, FILES), { recursive: true });
  const startedAt = Date.now();
  const inputs = [...TOOLS, ...(await make(join(unfinished, FILES)))];
  // What was written meanwhile may be newer than what was bundled: such a bundle is stale from the start.
  const hashOnce = (/** @type {string} */ path) =>
    isOlder(path, startedAt) ? hash(path) : 'changed';
  writeManifest(unfinished, inputs, hashOnce);
  const bundle = join(folder, `${Date.now().toString(36)}-${randomUUID()}`);
  renameSync(unfinished, bundle);
  holdBundle(bundle);
  removeUnused(folder, Date.now());
  return join(bundle, FILES);
};

/**
 * @param {string} folder
 * @returns {string[]}
 */
const listNewest = (folder) =>
  readdirSync(folder)
    .filter((name) => !name.startsWith('unfinished-'))
    .sort()
    .reverse()
    .slice(0, TRIED)
    .map((name) => join(folder, name));

/**
 * @param {string} bundle
 * @param {(path: string) => string} hash
 */
const isFresh = (bundle, hash) => {
  try {
    /** @type {Manifest} */
    const { root, node, inputs, outputs } = JSON.parse(
      readFileSync(join(bundle, MANIFEST), 'utf8')
    );
    return (
      root === PROJECT_ROOT &&
      node === NODE &&
      Object.entries(outputs).every(([path, size]) => statSync(join(bundle, path)).size === size) &&
      Object.entries(inputs).every(([path, wanted]) => hash(path) === wanted)
    );
  } catch {
    // Damaged, or removed just now.
    return false;
  }
};

/**
 * @param {string} bundle
 * @param {readonly string[]} paths
 * @param {(path: string) => string} hash
 */
const writeManifest = (bundle, paths, hash) => {
  const files = readdirSync(join(bundle, FILES), { recursive: true, withFileTypes: true });
  const outputs = files
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name));
  /** @type {Manifest} */
  const manifest = {
    root: PROJECT_ROOT,
    node: NODE,
    inputs: Object.fromEntries(paths.map((path) => [path, hash(path)])),
    outputs: Object.fromEntries(
      outputs.map((path) => [path.slice(bundle.length + 1), statSync(path).size])
    ),
  };
  writeFileSync(join(bundle, MANIFEST), JSON.stringify(manifest));
};

/**
 * @param {string} path
 * @param {number} time in ms; a file's own is some ms behind the clock
 */
const isOlder = (path, time) => {
  const found = statSync(join(PROJECT_ROOT, path), { throwIfNoEntry: false });
  return found === undefined || found.mtimeMs < time - 20;
};

/** Hashes each file of the project once; one that is not there has the hash `absent`. */
const createHasher = () => {
  /** @type {Map<string, string>} */
  const known = new Map();
  return (/** @type {string} */ path) => {
    const hash = known.get(path) ?? hashFile(join(PROJECT_ROOT, path));
    known.set(path, hash);
    return hash;
  };
};

/** @param {string} path */
const hashFile = (path) => {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('base64url').slice(0, 22);
  } catch {
    return 'absent';
  }
};
