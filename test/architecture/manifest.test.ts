import { describe, expect, test } from 'vitest';
import { PLUGIN_ID } from '../../common/product';
import { readManifest } from '../../scripts/zip/manifest';
import { buildPlugin } from '../../scripts/zip/build_plugin';
import { ROOT } from './repository';

const KIBANA_VERSION = '8.12.2';
const KNOWN_KEYS = [
  ...['id', 'version', 'kibanaVersion', 'type', 'owner', 'description', 'server', 'ui'],
  ...['configPath', 'requiredPlugins', 'optionalPlugins', 'runtimePluginDependencies'],
  ...['requiredBundles', 'extraPublicDirs', 'serviceFolders', 'enabledOnAnonymousPages'],
];

const { files } = await buildPlugin(ROOT, KIBANA_VERSION);
const parse = (path: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(files.get(path) ?? []).toString()) as Record<string, unknown>;
const manifest = parse('kibana.json');
const source = await readManifest(ROOT);

describe('kibana.json, as Kibana 8.12.2 and 9.x parse it,', () => {
  test('has no key that Kibana does not know, for one such key ends the boot', () => {
    expect(Object.keys(manifest).filter((key) => !KNOWN_KEYS.includes(key))).toEqual([]);
  });

  test('has the id the code uses, in camel case and without dots', () => {
    expect(manifest['id']).toBe(PLUGIN_ID);
    expect(manifest['id']).toMatch(/^[a-z][a-zA-Z0-9]+$/);
  });

  test('is for exactly one Kibana version, because the installer compares all three numbers', () => {
    expect(manifest['kibanaVersion']).toBe(KIBANA_VERSION);
  });

  test('has a version that can stand in the URL of the browser files', () => {
    expect(manifest['version']).toMatch(/^\d+\.\d+\.\d+-[0-9a-f]{8}$/);
    expect(parse('package.json')['version']).toBe(manifest['version']);
  });

  test('names an owner, and both halves by real booleans', () => {
    expect(manifest).toMatchObject({ owner: { name: expect.stringMatching(/\w/) as unknown } });
    expect(manifest).toMatchObject({ server: true, ui: true });
  });

  test('agrees with kibana.jsonc', () => {
    const { plugin, description, owner } = source;
    expect(manifest).toMatchObject({
      id: plugin.id,
      server: plugin.server,
      ui: plugin.browser,
      requiredPlugins: plugin.requiredPlugins,
      optionalPlugins: plugin.optionalPlugins,
      description,
      owner: { name: owner.slice(1) },
    });
  });
});
