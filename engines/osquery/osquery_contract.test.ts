import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import {
  ENDLESS_SQL,
  localOsqueryContract,
  THREE_ROWS_SQL,
  UNKNOWN_TABLE_SQL,
} from '../../test/contracts/local_osquery.contract';
import { createLocalOsquery } from './create_local_osquery';

describe('with SQLite', () => localOsqueryContract(() => createLocalOsquery({ searchPath: '' })));

describe('with osqueryi', () => {
  /** A stand-in that knows the contract's queries by heart: its last argument is the query. */
  const directory = mkdtempSync(join(tmpdir(), 'osqueryi-'));
  const program = join(directory, 'osqueryi');
  writeFileSync(
    program,
    `#!/bin/sh
for query; do :; done
case "$query" in
  "${THREE_ROWS_SQL}") echo '[{"pid":"1"},{"pid":"2"},{"pid":"3"}]' ;;
  "${UNKNOWN_TABLE_SQL}") echo 'Error: no such table: nope' >&2; exit 1 ;;
  "${ENDLESS_SQL}") exec sleep 600 ;;
esac
`
  );
  chmodSync(program, 0o755);
  afterAll(() => rmSync(directory, { recursive: true, force: true }));
  localOsqueryContract(() => createLocalOsquery({ searchPath: directory }));
});
