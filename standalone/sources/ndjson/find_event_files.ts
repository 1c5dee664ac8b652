import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const ENDINGS = ['.ndjson', '.jsonl', '.ndjson.gz', '.jsonl.gz'];

/** The file itself, or the event files of a directory and those below it in order of their names. */
export const findEventFiles = async (path: string): Promise<string[]> => {
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && ENDINGS.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
};
