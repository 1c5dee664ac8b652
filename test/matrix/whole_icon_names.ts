import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** Older EUIs leave it to webpack to find the ending of an icon's file; esbuild wants it said. */
export const wholeIconNames: Plugin = {
  name: 'whole-icon-names',
  setup(build) {
    build.onLoad(
      { filter: /eui-(90|101|104)[\\/]es[\\/]components[\\/]icon[\\/]icon\.js$/ },
      async ({ path }) => {
        const source = await readFile(path, 'utf8');
        return {
          contents: source.replace(
            /('\.\/assets\/' \+ typeToPathMap\[iconType\])\)/,
            "$1 + '.js')"
          ),
          loader: 'js',
        };
      }
    );
  },
};
