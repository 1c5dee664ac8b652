import type { Plugin } from 'esbuild';

/** What this product shows in blocks of code; what a guide's author shows in another language stays without colours. */
const LANGUAGES = ['bash', 'json', 'sql'];

/**
 * Bundles the languages that are shown. EUI's blocks of code bring 280, and to set all of them up takes as long as to draw the
 * list of alerts.
 */
export const createCodeLanguagePlugin = (): Plugin => ({
  name: 'code-languages-that-are-shown',
  setup(build) {
    const name = 'refractor';
    build.onResolve({ filter: /^refractor$/ }, ({ resolveDir }) => ({
      path: name,
      namespace: name,
      pluginData: resolveDir,
    }));
    build.onLoad({ filter: /.*/, namespace: name }, ({ pluginData }) => ({
      contents: [
        "const refractor = require('refractor/core');",
        ...LANGUAGES.map(
          (language) => `refractor.register(require('refractor/lang/${language}'));`
        ),
        'module.exports = refractor;',
      ].join('\n'),
      loader: 'js',
      resolveDir: String(pluginData),
    }));
  },
});
