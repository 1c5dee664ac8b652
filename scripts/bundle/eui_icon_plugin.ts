import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Plugin } from 'esbuild';
import { findQuotedWords } from './find_quoted_words';
import { PROJECT_ROOT } from './project_root.mjs';

const LOADER = /(\w+): function \w+\(\) \{\s*return import\('\.\/assets\/(\w+)'\);\s*\}/g;
const LOADED = 'var iconComponentCache = {};';
const OTHERS = 'eui-other-icons';

/**
 * Puts the icons that the page names where EUI keeps those that it has loaded, and all others into one file that is loaded when one
 * of them is drawn. EUI loads each of its 700 icons by a dynamic import of its own, which would make 700 files, and draws each icon
 * on the screen three times: not there, loading, there.
 */
export const createEuiIconPlugin = (): Plugin => ({
  name: 'eui-icons-loaded-already',
  setup(build) {
    const others = new Set<string>();
    build.onLoad(
      { filter: /[\\/]eui[\\/]es[\\/]components[\\/]icon[\\/]icon_map\.js$/ },
      async ({ path }) => {
        const words = await findQuotedWords([
          join(PROJECT_ROOT, 'public'),
          join(PROJECT_ROOT, 'standalone/browser'),
          ...(await listDrawing(dirname(dirname(path)))),
        ]);
        const named = new Map<string, string>();
        const map = (await readFile(path, 'utf8')).replace(
          LOADER,
          (_loader, name: string, asset: string) => {
            if (words.has(name)) {
              named.set(name, asset);
              return `${name}: icon_${asset}`;
            }
            others.add(asset);
            return `${name}: () => import('${OTHERS}').then(({ ${asset}: icon }) => ({ icon }))`;
          }
        );
        const assets = [...new Set(named.values())];
        const contents = [
          ...assets.map((asset) => `import { icon as icon_${asset} } from './assets/${asset}';`),
          map,
          `export const namedIcons = { ${[...named].map(([name, asset]) => `${name}: icon_${asset}`).join(', ')} };`,
        ];
        return { contents: contents.join('\n'), loader: 'js' };
      }
    );
    build.onResolve({ filter: new RegExp(`^${OTHERS}$`) }, ({ resolveDir }) => ({
      path: OTHERS,
      namespace: OTHERS,
      pluginData: resolveDir,
    }));
    build.onLoad({ filter: /.*/, namespace: OTHERS }, ({ pluginData }) => ({
      contents: [...others]
        .map((asset) => `export { icon as ${asset} } from './assets/${asset}';`)
        .join('\n'),
      loader: 'js',
      resolveDir: String(pluginData),
    }));
    build.onLoad(
      { filter: /[\\/]eui[\\/]es[\\/]components[\\/]icon[\\/]icon\.js$/ },
      async ({ path }) => {
        const source = await readFile(path, 'utf8');
        if (!source.includes(LOADED)) throw new Error(`${path} keeps loaded icons elsewhere.`);
        const contents = [
          "import { namedIcons } from './icon_map';",
          source.replace(LOADED, 'var iconComponentCache = { ...namedIcons };'),
        ];
        return { contents: contents.join('\n'), loader: 'js' };
      }
    );
  },
});

/** EUI's components but the icons themselves, which name each other. */
const listDrawing = async (components: string): Promise<string[]> =>
  (await readdir(components, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && entry.name !== 'icon')
    .map(({ name }) => join(components, name));
