import { basename, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { browserOptions } from './browser_options';
import { type Bundle, toBundle } from './bundle';
import { toChunkName } from './chunk_name';

/** The script on every page of Kibana, and the modules it loads when they are wanted. */
export interface EntryBundle extends Bundle {
  readonly lazyModules: readonly string[];
}

/**
 * Bundles `public/index.ts` as a classic script that hands the plugin to Kibana and does nothing else yet.
 * What it imports lazily stays an `import()` of a file beside it: browsers resolve that against the script's own URL.
 */
export const bundleEntry = async (root: string, pluginId: string): Promise<EntryBundle> => {
  const lazyModules = new Set<string>();
  const key = JSON.stringify(`plugin/${pluginId}/public`);
  const options = browserOptions(root);
  const result = await build({
    ...options,
    stdin: {
      contents: `
        import * as bundle from './public/index.ts';
        __kbnBundles__.define(${key}, () => bundle, ${key});`,
      resolveDir: root,
    },
    entryNames: `${pluginId}.plugin`,
    // An ES module without exports inside a function is a classic script; esbuild's own form would add a `require`.
    format: 'esm',
    banner: { js: '(()=>{"use strict";' },
    footer: { js: '})();' },
    plugins: [splitLazyModules(pluginId, lazyModules), ...options.plugins],
  });
  return { ...toBundle(result, root), lazyModules: [...lazyModules].sort() };
};

const splitLazyModules = (pluginId: string, found: Set<string>): Plugin => ({
  name: 'split-lazy-modules',
  setup(build) {
    build.onResolve({ filter: /^\./ }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      found.add(resolve(resolveDir, path));
      return { path: `./${toChunkName(pluginId, basename(path))}.js`, external: true };
    });
  },
});
