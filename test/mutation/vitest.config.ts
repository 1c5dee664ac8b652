import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The tests that hold what is mutated; of them each mutant meets those that run its line. */
export default defineConfig({
  resolve: {
    alias: {
      '@kbn/i18n': fileURLToPath(new URL('../../standalone/kibana/i18n.ts', import.meta.url)),
    },
  },
  test: {
    include: [
      '{common,server}/**/*.test.ts',
      'test/{contracts,guide,osquery,routes,rule_type}/**/*.test.ts',
      'test/faults/rule_runs.test.ts',
    ],
    // Asked again for each mutant, a random schedule or a whole Kibana line takes too long.
    exclude: [
      'common/{detection,eql,shell}/**',
      'test/contracts/{elasticsearch,elasticsearch_clients,kibana_lines}.test.ts',
      'test/rule_type/executor.property.test.ts',
    ],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
