import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildPlugin } from '../../scripts/zip/build_plugin';
import { ROOT } from './repository';

const { zip } = await buildPlugin(ROOT, '8.12.2');
const entries = unzipSync(zip);
let plugins: string;

/** Unpacks the way Kibana's installer does, beside an `@kbn/i18n` that answers in English. */
beforeAll(async () => {
  plugins = await mkdtemp(join(tmpdir(), 'plugins-'));
  const i18n = 'exports.i18n = { translate: (id, m) => m.defaultMessage, getLocale: () => "en" };';
  const installed = Object.entries(entries).map(
    ([path, bytes]) => [path.replace('kibana/', ''), bytes] as const
  );
  for (const [path, bytes] of [...installed, ['node_modules/@kbn/i18n/index.js', i18n] as const]) {
    await mkdir(dirname(join(plugins, path)), { recursive: true });
    await writeFile(join(plugins, path), bytes);
  }
});
afterAll(() => rm(plugins, { recursive: true }));

describe('the installable zip', () => {
  test('holds the files Kibana looks for, and browser files beside them', () => {
    const ofBrowser = /^kibana\/webServerRce\/target\/public\/webServerRce\.chunk\.\w+\.js$/;
    expect(
      Object.keys(entries)
        .filter((path) => !ofBrowser.test(path))
        .sort()
    ).toEqual(
      [
        ...['.i18nrc.json', 'LICENSE.txt', 'NOTICE.txt', 'kibana.json', 'package.json'],
        ...['server/index.js', 'target/public/webServerRce.plugin.js', 'translations/zh-CN.json'],
      ].map((path) => `kibana/webServerRce/${path}`)
    );
  });

  test('holds a server half that plain Node.js loads, with setup and start', () => {
    const load = createRequire(join(plugins, 'webServerRce', 'x.js'));
    const { plugin } = load('./server') as { plugin: (context: object) => object };
    expect(plugin({})).toMatchObject({
      setup: expect.any(Function) as unknown,
      start: expect.any(Function) as unknown,
    });
  });

  test('names the licence of every npm package it bundles', () => {
    const notice = Buffer.from(entries['kibana/webServerRce/NOTICE.txt'] ?? []).toString();
    expect(notice).toMatch(/^--- zod \d.*\(MIT\)\n\nMIT License/m);
    expect(notice).toMatch(/^--- @tanstack\/react-query \d.*\(MIT\)/m);
  });
});
