import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { sharedModules } from './shared_modules';

const bundle = async (contents: string): Promise<string> => {
  const { outputFiles } = await build({
    stdin: { contents, loader: 'tsx' },
    bundle: true,
    write: false,
    format: 'cjs',
    jsx: 'automatic',
    logLevel: 'silent',
    tsconfigRaw: {},
    plugins: [sharedModules],
  });
  return outputFiles.map(({ text }) => text).join();
};

test('a shared module is the one of the page', async () => {
  const text = await bundle(`import { EuiButton } from '@elastic/eui'; console.log(EuiButton);`);
  expect(text).toContain('globalThis.__kbnSharedDeps__.ElasticEui');
});

test('what Kibana does not share is refused, not bundled', async () => {
  await expect(
    bundle(`import { createRoot } from 'react-dom/client'; createRoot();`)
  ).rejects.toThrow(`Kibana's page does not share "react-dom/client"`);
});

test('Emotion’s cache is the default of the page’s module', async () => {
  const text = await bundle(`import createCache from '@emotion/cache'; export { createCache };`);
  const createCache = (): void => undefined;
  const module = { exports: {} };
  runInNewContext(text, { module, __kbnSharedDeps__: { EmotionCache: { default: createCache } } });
  expect(module.exports).toMatchObject({ createCache });
});

test('JSX is made by the React of the page, with its key and children', async () => {
  const text = await bundle('export const list = <ul key="k" id="i"><li /><li /></ul>;');
  const createElement = (type: string, props: object): object => ({ type, ...props });
  const module = { exports: {} };
  runInNewContext(text, { module, __kbnSharedDeps__: { React: { createElement } } });
  expect(module.exports).toMatchObject({
    list: { type: 'ul', key: 'k', id: 'i', children: [{ type: 'li' }, { type: 'li' }] },
  });
});
