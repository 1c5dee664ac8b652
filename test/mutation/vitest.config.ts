import { defineConfig, mergeConfig } from 'vitest/config';
import project from '../../vitest.config';

/** The tests that hold what is mutated; of them each mutant meets those that run its line. */
export default mergeConfig(
  defineConfig({ resolve: project.resolve, test: { testTimeout: 20_000, hookTimeout: 60_000 } }),
  defineConfig({
    test: {
      include: [
        '{common,server}/**/*.test.ts',
        'public/osquery/**/*.test.{ts,tsx}',
        'test/{contracts,guide,osquery,routes,rule_type}/**/*.test.ts',
        'test/faults/rule_runs.test.ts',
        'test/second_rule/**/*.test.tsx',
      ],
      exclude: ['common/{detection,eql,shell}/**', 'test/contracts/elasticsearch.test.ts'],
    },
  })
);
