import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleStandaloneBrowser } from '../../scripts/bundle_browser';
import { PROJECT_DIRECTORY } from '../project_directory';
import { makeReadable } from './make_readable';

const CACHE = join(PROJECT_DIRECTORY, 'node_modules/.cache/web_server_rce');
/** Everything the bundle is made from. */
const INPUTS = [
  'common',
  'public',
  'standalone/browser',
  'standalone/kibana/i18n.ts',
  'scripts/bundle_browser.ts',
  'scripts/eui_icon_plugin.ts',
  'package-lock.json',
];

/**
 * The directory with the bundled browser app, bundled only when its sources have changed since the last time.
 * @param onBundling is called when bundling begins
 */
export const getBrowserBundle = async (onBundling: () => void): Promise<string> => {
  const directory = join(CACHE, await hashInputs());
  if (await exists(directory)) return directory;
  onBundling();
  const unfinished = `${directory}.${process.pid}`;
  const created = await mkdir(unfinished, { recursive: true });
  await bundleStandaloneBrowser({ outdir: unfinished, minify: true });
  await makeReadable(created ?? unfinished);
  await removeOthers(unfinished);
  // Another start may have been faster; its bundle is the same.
  await rename(unfinished, directory).catch(() => rm(unfinished, { recursive: true }));
  return directory;
};

const hashInputs = async (): Promise<string> => {
  const digest = createHash('sha256');
  for (const input of INPUTS) {
    for (const file of await listFiles(join(PROJECT_DIRECTORY, input))) {
      digest.update(`${file}\0`).update(await readFile(file));
    }
  }
  return digest.digest('hex').slice(0, 24);
};

const listFiles = async (path: string): Promise<string[]> => {
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
};

const removeOthers = async (kept: string): Promise<void> => {
  for (const name of await readdir(CACHE)) {
    const path = join(CACHE, name);
    // One that is being written belongs to a start at the same moment.
    if (path !== kept && !name.includes('.')) await rm(path, { recursive: true });
  }
};

const exists = async (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false
  );
