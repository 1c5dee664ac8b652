import { build } from 'esbuild';
import { expect, test } from 'vitest';
import type { App } from '@kbn/core/public';
import { plugin } from './index';

/** What this plugin may add to every page of Kibana, in bytes. */
const PAGE_LOAD_BUDGET = 10_000;

test('registers the app with what Kibana’s menu and search need', () => {
  const apps: App[] = [];
  const instance = plugin();
  instance.setup({
    application: { register: (app) => apps.push(app) },
    getStartServices: () => Promise.reject(new Error('asked for before the app is opened')),
  });
  expect(instance.start()).toEqual({});
  expect(apps).toHaveLength(1);
  expect(apps[0]).toMatchObject({
    id: 'webServerRce',
    title: 'Web Server RCE',
    appRoute: '/app/webServerRce',
    category: { id: 'securitySolution' },
    deepLinks: [{ id: 'alerts', path: '/' }],
  });
});

test('puts less than 10 kB on every page, and neither React nor EUI', async () => {
  const { metafile } = await build({
    entryPoints: ['public/index.ts'],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    external: ['./app/mount_app', '@kbn/i18n'],
  });
  const [bytes] = Object.values(metafile.outputs).map((output) => output.bytes);
  expect(bytes).toBeLessThan(PAGE_LOAD_BUDGET);
  expect(Object.keys(metafile.inputs).filter((path) => path.includes('node_modules'))).toEqual([]);
});
