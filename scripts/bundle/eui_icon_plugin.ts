import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

const ICON_IMPORT = /import\('\.\/assets\/(\w+)'\)/g;

/**
 * Puts EUI's icons into one chunk. EUI loads each of its 700 icons by a dynamic import of its own, which would make
 * 700 files and a flicker for each icon on the screen.
 */
export const createEuiIconPlugin = (): Plugin => ({
  name: 'eui-icons-in-one-chunk',
  setup(build) {
    const names = new Set<string>();
    let folder = '';
    build.onLoad(
      { filter: /[\\/]eui[\\/]es[\\/]components[\\/]icon[\\/]icon_map\.js$/ },
      async ({ path }) => {
        folder = path.replace(/icon_map\.js$/, '');
        const source = await readFile(path, 'utf8');
        const contents = source.replace(ICON_IMPORT, (_import, name: string) => {
          names.add(name);
          return `import('eui-icons').then((icons) => icons.${name})`;
        });
        return { contents, loader: 'js', resolveDir: folder };
      }
    );
    build.onResolve({ filter: /^eui-icons$/ }, () => ({
      path: 'eui-icons',
      namespace: 'eui-icons',
    }));
    build.onLoad({ filter: /.*/, namespace: 'eui-icons' }, () => ({
      contents: [...names].map((name) => `export * as ${name} from './assets/${name}';`).join('\n'),
      loader: 'js',
      resolveDir: folder,
    }));
  },
});
