import { copyFile, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { createEuiIconPlugin } from './eui_icon_plugin';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

/**
 * Bundles the stand-alone host's browser code: ES modules, split where the code imports dynamically.
 * The page itself goes beside them as `index.html`; it asks for `/assets/main.js`.
 * @returns the written files, relative to the repository
 */
export const bundleStandaloneBrowser = async ({
  outdir,
  minify,
}: {
  outdir: string;
  minify: boolean;
}): Promise<{ files: string[] }> => {
  await mkdir(outdir, { recursive: true });
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: { main: 'standalone/browser/main.tsx' },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    minify,
    sourcemap: !minify,
    chunkNames: 'chunks/[name]-[hash]',
    alias: { '@kbn/i18n': './standalone/kibana/i18n.ts' },
    define: { 'process.env.NODE_ENV': minify ? '"production"' : '"development"' },
    plugins: [createEuiIconPlugin()],
    metafile: true,
    logLevel: 'warning',
  });
  await copyFile(join(ROOT, 'standalone/browser/index.html'), join(outdir, 'index.html'));
  return { files: Object.keys(metafile.outputs) };
};
