import { chmod, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Lets every user of the machine read a directory and all that is in it. What the host writes is for its own user alone
 * (`umask`), but the browser app is no secret, and others who start the host from the same checkout need it.
 */
export const makeReadable = async (directory: string): Promise<void> => {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  await chmod(directory, 0o755);
  for (const entry of entries) {
    await chmod(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
  }
};
