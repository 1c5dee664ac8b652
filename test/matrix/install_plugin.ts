import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { buildPlugin } from '../../scripts/zip/build_plugin';

/** Puts what the zip holds below a folder, beside the one module it takes from Kibana. @returns the plugin's folder */
export const installPlugin = async (root: string, kibana: string): Promise<string> => {
  const { files } = await buildPlugin(root, '8.12.2');
  const plugin = join(kibana, 'plugins/webServerRce');
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(plugin, path)), { recursive: true });
    await writeFile(join(plugin, path), bytes);
  }
  const i18n = join(kibana, 'node_modules/@kbn/i18n');
  await build({
    absWorkingDir: root,
    entryPoints: ['standalone/kibana/i18n.ts'],
    outfile: join(i18n, 'index.js'),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node18',
  });
  await writeFile(join(i18n, 'package.json'), '{"main":"index.js","type":"commonjs"}');
  return plugin;
};
