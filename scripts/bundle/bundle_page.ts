import { readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { listPreloads } from './list_preloads';
import { PROJECT_ROOT } from './project_root.mjs';

const ENTRY = 'standalone/browser/main.tsx';
/** Imported dynamically, but always. */
const DRAWING = [
  'standalone/browser/draw_locked_page.tsx',
  'standalone/browser/open_page.tsx',
  'public/app/mount_app.tsx',
];
const HTML = 'standalone/browser/index.html';
const RECIPE = [
  ...['bundle_page', 'eui_icon_plugin', 'find_quoted_words'],
  ...['code_language_plugin', 'list_preloads'],
].map((name) => `scripts/bundle/${name}.ts`);

/** Stands in the page for the files that are to be loaded ahead. */
const PRELOADS = '<!-- preloads -->';

/**
 * Bundles the stand-alone host's browser code: ES modules, split where the code imports dynamically.
 * The page itself goes beside them as `index.html`; it asks for `/assets/main.js`.
 * @returns sources, relative to the project, without those of packages
 */
export const bundlePage = async (outdir: string): Promise<string[]> => {
  // A host whose page is bundled already needs no bundler.
  const [{ build }, { createEuiIconPlugin }, { createCodeLanguagePlugin }] = await Promise.all([
    import('esbuild'),
    import('./eui_icon_plugin'),
    import('./code_language_plugin'),
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
    plugins: [createEuiIconPlugin(), createCodeLanguagePlugin()],
    metafile: true,
    logLevel: 'warning',
  });
  const links = listPreloads(metafile, [ENTRY, ...DRAWING]).map((path) => {
    const url = `/assets/${relative(outdir, join(PROJECT_ROOT, path))}`;
    return `<link rel="modulepreload" href="${url}" />`;
  });
  const html = await readFile(join(PROJECT_ROOT, HTML), 'utf8');
  await writeFile(join(outdir, 'index.html'), html.replace(PRELOADS, links.join('\n    ')));
  const sources = Object.keys(metafile.inputs);
  const own = sources.filter((path) => !/(^|\/)node_modules\/|^refractor:/.test(path));
  return [...RECIPE, HTML, ...own];
};
