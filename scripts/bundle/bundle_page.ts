import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT_ROOT } from './project_root.mjs';

const ENTRY = 'standalone/browser/main.tsx';
const HTML = 'standalone/browser/index.html';
const RECIPE = ['scripts/bundle/bundle_page.ts', 'scripts/bundle/eui_icon_plugin.ts'];

/**
 * Bundles the stand-alone host's browser code: ES modules, split where the code imports dynamically.
 * The page itself goes beside them as `index.html`; it asks for `/assets/main.js`.
 * @returns sources, relative to the project, without those of packages
 */
export const bundlePage = async (outdir: string): Promise<string[]> => {
  // A host whose page is bundled already needs no bundler.
  const [{ build }, { createEuiIconPlugin }] = await Promise.all([
    import('esbuild'),
    import('./eui_icon_plugin'),
  ]);
  const { metafile } = await build({
    absWorkingDir: PROJECT_ROOT,
    entryPoints: { main: ENTRY },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    minify: true,
    chunkNames: 'chunks/[name]-[hash]',
    alias: { '@kbn/i18n': './standalone/kibana/i18n.ts' },
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [createEuiIconPlugin()],
    metafile: true,
    logLevel: 'warning',
  });
  await copyFile(join(PROJECT_ROOT, HTML), join(outdir, 'index.html'));
  const sources = Object.keys(metafile.inputs);
  const own = sources.filter((path) => !/(^|\/)node_modules\/|^eui-icons:/.test(path));
  return [...RECIPE, HTML, ...own];
};
