import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Below the data directory. */
const NAME = 'access.json';

const accessSchema = z.object({ url: z.string().url(), token: z.string().min(1) });

/** Where a host is and what lets in. */
export interface AccessFile extends z.infer<typeof accessSchema> {
  /** User id of the one whose host it is. */
  readonly owner: number;
}

/** Writes the file anew, for its owner alone: never through a name that somebody else has put there. */
export const writeAccessFile = async (
  directory: string,
  access: { url: string; token: string }
): Promise<void> => {
  const temporary = join(directory, `.${NAME}.${randomBytes(8).toString('hex')}`);
  await writeFile(temporary, `${JSON.stringify(access)}\n`, { mode: 0o600, flag: 'wx' });
  await rename(temporary, join(directory, NAME));
};

export const removeAccessFile = (directory: string): Promise<void> =>
  rm(join(directory, NAME), { force: true });

/**
 * Undefined where no host runs on this directory.
 * @throws Error of the system where the file may not be read
 */
export const findAccessFile = async (directory: string): Promise<AccessFile | undefined> => {
  const path = join(directory, NAME);
  try {
    const [text, { uid }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
    return { ...accessSchema.parse(JSON.parse(text)), owner: uid };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};
