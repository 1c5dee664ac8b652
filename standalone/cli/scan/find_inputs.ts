import { stat } from 'node:fs/promises';
import { findEventFiles } from '../../sources/ndjson/find_event_files';
import { isCompressed, STANDARD_INPUT } from '../../../engines/scan';

export interface EventFiles {
  readonly paths: readonly string[];
  /** Bytes as they lie on disk; undefined when they come from a pipe. */
  readonly size: number | undefined;
}

/** One thread reads this much in less time than another needs to start. */
const BYTES_PER_THREAD = 512 * 1024 * 1024;

/**
 * Finds the files that are meant: directories stand for the event files in them.
 * @throws Error of `node:fs` when there is no such file
 */
export const findInputs = async (paths: readonly string[]): Promise<EventFiles> => {
  const found: string[] = [];
  for (const path of paths) {
    found.push(...(path === STANDARD_INPUT ? [path] : await findEventFiles(path)));
  }
  if (found.some((path) => path === STANDARD_INPUT || isCompressed(path))) {
    return { paths: found, size: undefined };
  }
  const sizes = await Promise.all(found.map(async (path) => (await stat(path)).size));
  return { paths: found, size: sizes.reduce((sum, size) => sum + size, 0) };
};

/** As many threads as are worth starting. */
export const toThreadCount = (
  wanted: number | undefined,
  { size = 0 }: EventFiles,
  parallelism: number
): number => wanted ?? Math.max(1, Math.min(parallelism, Math.ceil(size / BYTES_PER_THREAD)));
