import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { openStore, type Store } from '../standalone/store/open_store';

/** A directory that is removed after the test. */
export const createTemporaryDirectory = async (): Promise<string> => {
  const directory = await mkdtemp(join(tmpdir(), 'web-server-rce-'));
  cleanups.push(() => rm(directory, { recursive: true, force: true }));
  return directory;
};

/** An empty store that is closed and removed after the test. */
export const createTemporaryStore = async (): Promise<Store> => {
  const store = await openStore(await createTemporaryDirectory());
  cleanups.push(() => store.close());
  return store;
};

const cleanups: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});
