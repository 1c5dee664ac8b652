import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { getModule } from './scripts/bundle/get_module.mjs';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const THREAD = /new URL\('\.\/(\w+_worker\.mjs)', import\.meta\.url\)/g;

/** Tests start threads as the product does: from the bundle of the build step. */
const bundledThreads: Plugin = {
  name: 'bundled-threads',
  enforce: 'pre',
  async transform(code, id) {
    if (!/(?<!\.test)\.ts$/.test(id) || code.search(THREAD) === -1) return undefined;
    const commands = pathToFileURL(await getModule(here('./standalone/cli/start.ts')));
    return code.replaceAll(THREAD, (_, name) => `new URL('${new URL(name, commands).href}')`);
  },
};

export default defineConfig({
  plugins: [bundledThreads],
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
