import type { HostRoots } from './host/host_files';
import { createSqliteOsquery } from './create_sqlite_osquery';
import type { LocalOsquery } from './local_osquery';

export interface LocalOsqueryOptions {
  /** Other places for `/`, `/proc` and `/etc`, for tests; this machine's if left out. */
  readonly roots?: Partial<HostRoots>;
}

/** Osquery of this machine. Starts its query thread at once, so that the first query finds it warm; `close()` ends it. */
export const createLocalOsquery = (options: LocalOsqueryOptions = {}): LocalOsquery =>
  createSqliteOsquery(options.roots);
