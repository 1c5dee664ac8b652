import { build } from 'esbuild';
import { browserOptions } from './browser_options';
import { type Bundle, toBundle } from './bundle';
import { toChunkName } from './chunk_name';

/** Bundles what the entry loads lazily as ES modules, with what they share in files of its own. */
export const bundleChunks = async (
  root: string,
  pluginId: string,
  lazyModules: readonly string[]
): Promise<Bundle> =>
  toBundle(
    await build({
      ...browserOptions(root),
      entryPoints: [...lazyModules],
      entryNames: toChunkName(pluginId, '[name]'),
      chunkNames: toChunkName(pluginId, '[hash]'),
      format: 'esm',
      splitting: true,
    }),
    root
  );
