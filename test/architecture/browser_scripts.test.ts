import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { buildPlugin } from '../../scripts/zip/build_plugin';
import { ROOT } from './repository';

const { files, entry } = await buildPlugin(ROOT, '8.12.2');
const scripts = [...files]
  .filter(([path]) => path.startsWith('target/public/'))
  .map(([path, bytes]) => ({ path, text: Buffer.from(bytes).toString() }));

interface PluginBundle {
  plugin(context: object): { setup(core: object, plugins: object): unknown; start(): unknown };
}

/** Runs the page-load script as Kibana's page does, and answers what it defined. */
const runEntry = (): Map<string, PluginBundle> => {
  const defined = new Map<string, PluginBundle>();
  const i18n = {
    translate: (_id: string, { defaultMessage }: { defaultMessage: string }) => defaultMessage,
  };
  const page = {
    __kbnSharedDeps__: { KbnI18n: { i18n } },
    __kbnBundles__: {
      define: (key: string, bundleRequire: (key: string) => PluginBundle, moduleKey: string) =>
        defined.set(key, bundleRequire(moduleKey)),
    },
  };
  const script = scripts.find(({ path }) => path.endsWith('webServerRce.plugin.js'));
  runInNewContext(script?.text ?? '', page);
  return defined;
};

describe('the page-load script', () => {
  test('defines the one module Kibana asks for, and it registers the app', () => {
    const defined = runEntry();
    expect([...defined.keys()]).toEqual(['plugin/webServerRce/public']);
    const plugin = defined.get('plugin/webServerRce/public')?.plugin({
      env: { packageInfo: { version: '8.12.2' } },
    });
    const apps: unknown[] = [];
    plugin?.setup({ application: { register: (app: unknown) => apps.push(app) } }, {});
    plugin?.start();
    expect(apps).toEqual([expect.objectContaining({ id: 'webServerRce' })]);
  });

  test('finds every module that it loads lazily beside it', () => {
    const script = scripts.find(({ path }) => path.endsWith('webServerRce.plugin.js'));
    const loaded = [...(script?.text ?? '').matchAll(/import\("\.\/([^"]+)"\)/g)];
    expect(loaded).toHaveLength(entry.lazyModules.length);
    for (const [, name] of loaded) expect(files.has(`target/public/${name}`)).toBe(true);
  });
});

describe.each(scripts)('$path', ({ text }) => {
  test('runs under a CSP without eval and needs no module loader', () => {
    expect(text).not.toMatch(/\beval\(|\bFunction\(|\brequire\(|sourceMappingURL=/);
  });
});
