import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

const LOADER = /function \w+\(\) \{\s*return import\('\.\/assets\/(\w+)'\);\s*\}/g;
const LOADED = 'var iconComponentCache = {};';

/**
 * Puts EUI's icons where EUI keeps those that it has loaded. It loads each of its 700 icons by a dynamic import of its own, which
 * would make 700 files, and draws each icon on the screen three times: not there, loading, there.
 */
export const createEuiIconPlugin = (): Plugin => ({
  name: 'eui-icons-loaded-already',
  setup(build) {
    build.onLoad(
      { filter: /[\\/]eui[\\/]es[\\/]components[\\/]icon[\\/]icon_map\.js$/ },
      async ({ path }) => {
        const assets = new Set<string>();
        const map = (await readFile(path, 'utf8')).replace(LOADER, (_loader, asset: string) => {
          assets.add(asset);
          return `icon_${asset}`;
        });
        const imports = [...assets].map(
          (asset) => `import { icon as icon_${asset} } from './assets/${asset}';`
        );
        return { contents: [...imports, map].join('\n'), loader: 'js' };
      }
    );
    build.onLoad(
      { filter: /[\\/]eui[\\/]es[\\/]components[\\/]icon[\\/]icon\.js$/ },
      async ({ path }) => {
        const source = await readFile(path, 'utf8');
        if (!source.includes(LOADED)) throw new Error(`${path} keeps loaded icons elsewhere.`);
        const contents = source.replace(LOADED, 'var iconComponentCache = { ...typeToPathMap };');
        return { contents, loader: 'js' };
      }
    );
  },
});
