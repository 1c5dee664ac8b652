import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of this repository, without a slash at the end. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Text of a file given by its path in the repository. */
export const readText = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Paths of all files below some folders of the repository; what `npm run matrix` and `mutation` install there is not its own. */
export const listFiles = (...folders: string[]): string[] =>
  folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/[\\/]node_modules(?:[\\/]|$)/.test(entry.parentPath))
      .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
  );

const SOURCE = /\.tsx?$/;
const TEST = /\.test\.tsx?$/;

/** Paths of the TypeScript files below some folders that are not tests. */
export const listSources = (...folders: string[]): string[] =>
  listFiles(...folders).filter((path) => SOURCE.test(path) && !TEST.test(path));
