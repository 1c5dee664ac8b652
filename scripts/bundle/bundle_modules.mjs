// @ts-check
import { readdir, readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { PROJECT_ROOT } from './project_root.mjs';

/** Where threads are started from. */
const LAYERS = ['engines', 'standalone'];

/**
 * Bundles modules of this project, and all that run as threads, for Node: each as `NAME.mjs`, flat in one directory, with
 * what they share beside them. Packages are not bundled but found where they are installed.
 * @param {string} outdir
 * @param {readonly string[]} modules relative to the project
 * @returns {Promise<readonly string[]>} sources, relative to the project
 */
export const bundleModules = async (outdir, modules) => {
  const { metafile } = await build({
    absWorkingDir: PROJECT_ROOT,
    entryPoints: [...modules, ...(await listThreads())],
    outdir,
    entryNames: '[name]',
    chunkNames: '[name]-[hash]',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    jsx: 'automatic',
    packages: 'external',
    alias: { '@kbn/i18n': './standalone/kibana/i18n.ts' },
    // All settings stand here.
    tsconfigRaw: {},
    plugins: [placeOfEachFile],
    metafile: true,
    logLevel: 'silent',
  });
  // The cache need not lie within the project.
  await symlink(join(PROJECT_ROOT, 'node_modules'), join(outdir, 'node_modules'));
  return ['scripts/bundle/bundle_modules.mjs', ...Object.keys(metafile.inputs)];
};

/** @returns {Promise<string[]>} */
const listThreads = async () => {
  const lists = await Promise.all(
    LAYERS.map(async (layer) => {
      const names = await readdir(join(PROJECT_ROOT, layer), { recursive: true });
      return names.filter((name) => name.endsWith('_worker.ts')).map((name) => join(layer, name));
    })
  );
  return lists.flat().sort();
};

/**
 * Each file keeps its own `import.meta.url`, by which it finds the files beside it. Only a thread, named as
 * `new URL('./x_worker.mjs', import.meta.url)`, is looked for in the bundle.
 * @type {import('esbuild').Plugin}
 */
const placeOfEachFile = {
  name: 'place-of-each-file',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.(ts|tsx|mjs)$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const place = JSON.stringify(pathToFileURL(path).href);
      const contents = text.replaceAll(/(?<!_worker\.mjs',\s*)import\.meta\.url/g, place);
      return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
    });
  },
};
