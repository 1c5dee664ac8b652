import { builtinModules } from 'node:module';
import type { Metafile } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { buildPlugin } from '../../scripts/zip/build_plugin';
import { ROOT } from './repository';

const PAGE_LOAD_LIMIT = 10_000;
const { files, server, entry, chunks } = await buildPlugin(ROOT, '8.12.2');

const SHARED = /^shared-with-kibana:/;
const toFolder = (input: string): string => input.replace(/\/.*/, '');
const findFolders = ({ inputs }: Metafile): string[] =>
  [...new Set(Object.keys(inputs).filter((input) => !SHARED.test(input)))]
    .map(toFolder)
    .filter((folder) => folder !== '<stdin>');
const findShared = ({ inputs }: Metafile): string[] =>
  Object.keys(inputs).flatMap((input) => (SHARED.test(input) ? input.replace(SHARED, '') : []));
const findOutside = ({ outputs }: Metafile): string[] =>
  Object.values(outputs).flatMap(({ imports }) =>
    imports.filter(({ external }) => external === true).map(({ path }) => path)
  );

describe('the server half', () => {
  test('needs nothing at run time but @kbn/i18n and what Node.js has', () => {
    const builtins = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)];
    const outside = findOutside(server.metafile).filter((path) => !builtins.includes(path));
    expect(new Set(outside)).toEqual(new Set(['@kbn/i18n']));
  });

  test('reaches only the folders it may ship', () => {
    expect(new Set(findFolders(server.metafile))).toEqual(
      new Set(['server', 'common', 'node_modules'])
    );
  });
});

describe('the browser half', () => {
  test('takes nothing of Kibana from the page but @kbn/i18n', () => {
    const shared = [entry, chunks].flatMap(({ metafile }) => findShared(metafile));
    const ofKibana = shared.filter((path) => path.startsWith('@kbn/'));
    expect(new Set(ofKibana)).toEqual(new Set(['@kbn/i18n']));
    expect(findOutside(chunks.metafile)).toEqual([]);
  });

  test('reaches only the folders it may ship', () => {
    expect(new Set(findFolders(chunks.metafile))).toEqual(
      new Set(['public', 'common', 'node_modules'])
    );
  });

  test('puts neither EUI nor zod on every page, of React what the page has, and less than 10 kB in all', () => {
    expect(findShared(entry.metafile)).toEqual(['@kbn/i18n', 'react']);
    expect(findFolders(entry.metafile)).not.toContain('node_modules');
    const script = files.get('target/public/webServerRce.plugin.js');
    expect(script?.length).toBeLessThan(PAGE_LOAD_LIMIT);
  });
});
