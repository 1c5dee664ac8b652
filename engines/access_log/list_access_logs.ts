import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

export interface AccessLogFile {
  readonly path: string;
  readonly size: number;
  /** When it was last written to, in milliseconds since 1970. */
  readonly changedAt: number;
}

/**
 * The log at `path` and what was rotated away from it, the newest first: `access.log.1`, `access.log.2.gz`,
 * `access.log-20261124`, `access.log-20261124.gz`.
 * @throws the error of the system when the folder can't be read
 */
export const listAccessLogs = async (path: string): Promise<readonly AccessLogFile[]> => {
  const folder = dirname(path);
  const name = basename(path);
  const names = (await readdir(folder)).filter((found) => found === name || isRotated(found, name));
  const files = await Promise.all(
    names.map(async (found): Promise<AccessLogFile | undefined> => {
      const full = join(folder, found);
      const { size, mtimeMs, isFile } = await toFacts(full);
      return isFile ? { path: full, size, changedAt: mtimeMs } : undefined;
    })
  );
  return files
    .filter((file) => file !== undefined)
    .sort((a, b) => b.changedAt - a.changedAt || a.path.localeCompare(b.path));
};

const isRotated = (found: string, name: string): boolean =>
  found.startsWith(name) && /^[.-][\d.-]{1,20}(\.gz)?$/.test(found.slice(name.length));

/** A file may be rotated away between being listed and looked at. */
const toFacts = async (
  path: string
): Promise<{ size: number; mtimeMs: number; isFile: boolean }> => {
  try {
    const facts = await stat(path);
    return { size: facts.size, mtimeMs: facts.mtimeMs, isFile: facts.isFile() };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      return { size: 0, mtimeMs: 0, isFile: false };
    }
    throw error;
  }
};
