import { compareOsqueryVersions } from './compare_osquery_versions';
import { DIGEST_FUNCTIONS } from './digest_functions';
import { NETWORK_FUNCTIONS } from './network_functions';
import { NUMBER_FUNCTIONS } from './number_functions';
import type { SqlFunction } from './sql_function';
import { TEXT_FUNCTIONS } from './text_functions';

/**
 * What Osquery adds to SQL and needs nothing but its arguments. Left out: what reads files, sends them off or
 * waits, and the orders of package managers' versions, since their tables are left out as well.
 */
export const ALL_FUNCTIONS: readonly SqlFunction[] = [
  ...TEXT_FUNCTIONS,
  ...NUMBER_FUNCTIONS,
  ...DIGEST_FUNCTIONS,
  ...NETWORK_FUNCTIONS,
  {
    name: 'version_compare',
    arities: [2],
    run: (left = '', right = '') => Math.sign(compareOsqueryVersions(left, right)),
  },
];
