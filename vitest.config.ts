import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      // Kibana supplies this module in its own host; tests run on the stand-alone host's.
      '@kbn/i18n': here('./standalone/kibana/i18n.ts'),
    },
  },
  test: {
    include: ['{common,server,public,engines,standalone,scripts,test}/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
