import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { createCodeLanguagePlugin } from './code_language_plugin';
import { PROJECT_ROOT } from './project_root.mjs';

interface Highlighter {
  listLanguages: () => string[];
}

const importBundled = async (): Promise<Highlighter> => {
  const { outputFiles } = await build({
    stdin: { contents: "export { listLanguages } from 'refractor';", resolveDir: PROJECT_ROOT },
    ...{ bundle: true, write: false, format: 'esm' },
    plugins: [createCodeLanguagePlugin()],
  });
  const text = encodeURIComponent(outputFiles[0]?.text ?? '');
  return (await import(`data:text/javascript,${text}`)) as Highlighter;
};

const listShownLanguages = (): string[] => {
  const folder = join(PROJECT_ROOT, 'public');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tsx'))
    .flatMap((path) => [
      ...readFileSync(join(folder, path), 'utf8').matchAll(/\blanguage="(\w+)"/g),
    ])
    .map(([, language]) => language ?? '');
};

test('the page has colours for every language that it shows and EUI knows, and not for all the others', async () => {
  const whole = createRequire(import.meta.url)('refractor') as Highlighter;
  const known = whole.listLanguages();
  const shown = listShownLanguages().filter((language) => known.includes(language));
  expect(shown).toContain('sql');
  const bundled = (await importBundled()).listLanguages();
  expect(bundled).toEqual(expect.arrayContaining(shown));
  expect(bundled.length).toBeLessThan(known.length / 5);
});
