import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { KibanaEui, KibanaReact } from './kibana_eui';
import type { MatrixRow } from './matrix_row';
import { runProgram } from './run_program';
import { wholeIconNames } from './whole_icon_names';

/** What a page of Kibana shares with its plugins, of one EUI and one React. */
const SHARED = `
  import * as ElasticEui from '@elastic/eui';
  globalThis.__kbnSharedDeps__ = {
    ElasticEui,
    EmotionCache: require('@emotion/cache'),
    EmotionReact: require('@emotion/react'),
    History: require('history'),
    React: require('react'),
    ReactDom: require('react-dom'),
    ReactRouterDom: require('react-router-dom'),
  };`;

/** Draws the zip's browser half on one EUI and one React, as the Kibana does that the EUI is of. */
export const renderBrowser = async (
  root: string,
  plugin: string,
  { eui, euiPath, themePath, kibanaVersion }: KibanaEui,
  { react, reactPath, domPath }: KibanaReact
): Promise<MatrixRow> => {
  const folder = join(plugin, `../../eui_${eui}.react_${react}`);
  await mkdir(folder, { recursive: true });
  await cp(join(plugin, 'target/public'), folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await build({
    absWorkingDir: root,
    stdin: { contents: SHARED, resolveDir: root },
    outfile: join(folder, 'shared.js'),
    bundle: true,
    platform: 'browser',
    format: 'iife',
    plugins: [wholeIconNames],
    tsconfigRaw: {},
    // Only a development build tells of a property that EUI hands on to the page.
    define: { 'process.env.NODE_ENV': '"development"' },
    alias: {
      '@elastic/eui': join(root, euiPath),
      '@elastic/eui-theme-borealis': join(root, themePath),
      react: join(root, reactPath),
      'react-dom': join(root, domPath),
    },
  });
  await build({
    absWorkingDir: root,
    entryPoints: ['test/matrix/browser_driver.ts'],
    outfile: join(folder, 'driver.js'),
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['jsdom'],
    alias: { '@kbn/i18n': './standalone/kibana/i18n.ts' },
    tsconfigRaw: {},
  });
  const { code, stderr } = await runProgram(process.execPath, [
    join(folder, 'driver.js'),
    kibanaVersion,
  ]);
  const line = `Kibana ${kibanaVersion}, EUI ${eui}, React ${react}`;
  return { seam: 'browser', line, problem: code === 0 ? undefined : stderr.trim().slice(0, 1500) };
};
