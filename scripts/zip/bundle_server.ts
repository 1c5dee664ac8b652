import { build } from 'esbuild';
import { type Bundle, sharedOptions, toBundle } from './bundle';

/**
 * The server half as one CommonJS file, which is all Kibana can `require`. Only `@kbn/*` stays outside: Kibana has it.
 * Not minified, so that a stack trace in Kibana's log can be read.
 */
export const bundleServer = async (root: string): Promise<Bundle> =>
  toBundle(
    await build({
      ...sharedOptions(root),
      entryPoints: ['server/index.ts'],
      outfile: 'server/index.js',
      platform: 'node',
      format: 'cjs',
      target: 'node18',
      external: ['@kbn/*'],
    }),
    root
  );
