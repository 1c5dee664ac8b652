import { createOsqueryiOsquery } from './create_osqueryi_osquery';
import { createSqliteOsquery } from './create_sqlite_osquery';
import type { MachineRoots } from '../machine';
import type { LocalOsquery } from './local_osquery';
import { findOsqueryi } from './osqueryi/find_osqueryi';

export interface LocalOsqueryOptions {
  /** Other places for `/`, `/proc` and `/etc`, for tests; this machine's if left out. */
  readonly roots?: Partial<MachineRoots>;
  /** Where `osqueryi` is looked for; `$PATH` if left out. With an empty one, SQLite answers. */
  readonly searchPath?: string;
}

/**
 * Osquery of this machine: `osqueryi` where it is on the search path, else SQLite over our own tables.
 * SQLite's thread starts at once, so that the first query finds it warm; `close()` ends it.
 */
export const createLocalOsquery = ({
  roots = {},
  searchPath = process.env['PATH'] ?? '',
}: LocalOsqueryOptions = {}): LocalOsquery => {
  const program = findOsqueryi(searchPath);
  return program === undefined ? createSqliteOsquery({ roots }) : createOsqueryiOsquery(program);
};
