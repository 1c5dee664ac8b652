import type { BuildOptions } from 'esbuild';
import { sharedOptions } from './bundle';
import { sharedModules } from './shared_modules';

/** Settings of both browser bundles. No source maps: they would weigh more than the code they explain. */
export const browserOptions = (root: string) =>
  ({
    ...sharedOptions(root),
    platform: 'browser',
    target: 'es2020',
    minify: true,
    outdir: 'target/public',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [sharedModules],
  }) satisfies BuildOptions;
