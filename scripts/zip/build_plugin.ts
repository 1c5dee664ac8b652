import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Bundle, Files } from './bundle';
import { bundleChunks } from './bundle_chunks';
import { bundleEntry, type EntryBundle } from './bundle_entry';
import { bundleServer } from './bundle_server';
import { collectNotices } from './collect_notices';
import { toContentVersion } from './content_version';
import { readManifest } from './manifest';
import { toKibanaJson } from './to_kibana_json';
import { toZip } from './to_zip';

export interface BuiltPlugin {
  readonly zipName: string;
  readonly zip: Uint8Array;
  /** What the zip holds, by path inside the installed plugin. */
  readonly files: Files;
  readonly server: Bundle;
  readonly entry: EntryBundle;
  readonly chunks: Bundle;
}

const packageSchema = z.object({
  name: z.string(),
  version: z.string(),
  description: z.string(),
  license: z.string(),
});

/**
 * Builds the plugin for one Kibana version without a Kibana checkout.
 * @param root folder of this repository
 * @param kibanaVersion all three numbers, e.g. `8.12.2`
 */
export const buildPlugin = async (root: string, kibanaVersion: string): Promise<BuiltPlugin> => {
  const read = (path: string): Promise<Buffer> => readFile(join(root, path));
  const manifest = await readManifest(root);
  const pack = packageSchema.parse(JSON.parse((await read('package.json')).toString()));
  const { id } = manifest.plugin;

  const server = await bundleServer(root);
  const entry = await bundleEntry(root, id);
  const chunks = await bundleChunks(root, id, entry.lazyModules);
  const notices = await collectNotices(
    root,
    [server, entry, chunks].map(({ metafile }) => metafile)
  );

  const files = new Map<string, Uint8Array>([
    ...server.files,
    ...entry.files,
    ...chunks.files,
    ['translations/zh-CN.json', await read('translations/zh-CN.json')],
    ['.i18nrc.json', toJson(toI18nConfig(id))],
    ['LICENSE.txt', await read('LICENSE.txt')],
    ['NOTICE.txt', Buffer.concat([await read('NOTICE.txt'), Buffer.from(`\n${notices}`)])],
  ]);
  const version = toContentVersion(pack.version, files);
  files.set('package.json', toJson({ ...pack, version }));
  files.set('kibana.json', toJson(toKibanaJson(manifest, version, kibanaVersion)));

  const zipName = `${id}-${pack.version}+${kibanaVersion}.zip`;
  return { zipName, zip: toZip(files, id), files, server, entry, chunks };
};

/** Kibana reads translations only from files that this one names. */
const toI18nConfig = (pluginId: string): object => ({
  prefix: pluginId,
  paths: { [pluginId]: '.' },
  translations: ['translations/zh-CN.json'],
});

const toJson = (value: object): Uint8Array => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
