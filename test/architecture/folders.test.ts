import { dirname, join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { listFiles, listSources, readText } from './repository';

const PRODUCT = ['common', 'engines', 'public', 'scripts', 'server', 'standalone'];
const MOST_FILES = 20;
const LARGEST_SHARE = 0.33;

const files = listSources(...PRODUCT).filter((path) => !/\.fixture\.tsx?$/.test(path));

test(`no folder has more than ${MOST_FILES} files of the product`, () => {
  const counts = new Map<string, number>();
  for (const folder of files.map(dirname)) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  const crowded = [...counts].filter(([, count]) => count > MOST_FILES).map(([folder]) => folder);
  expect(crowded).toEqual([]);
});

test('no top-level folder holds a third of the lines, tests included', () => {
  const lines = [...PRODUCT, 'test'].map((folder) => ({
    folder,
    lines: listFiles(folder)
      .filter((path) => /\.tsx?$/.test(path))
      .reduce((sum, path) => sum + readText(path).split('\n').length, 0),
  }));
  const all = lines.reduce((sum, one) => sum + one.lines, 0);
  expect(lines.filter((one) => one.lines / all > LARGEST_SHARE)).toEqual([]);
});

/** What starts by itself: doors of plugins and libraries, the page, commands and scripts, and threads. */
const STARTS =
  /\/index\.ts$|^standalone\/(main|browser\/main)\.tsx?$|^(standalone\/cli|scripts)\/[^/]+\.ts$|_worker\.ts$/;

/** Nothing of the product reads these yet: the alert's story will. */
const WAITING = /^common\/request\//;

const findImports = (path: string): string[] =>
  ts
    .preProcessFile(readText(path))
    .importedFiles.map(({ fileName }) => join(dirname(path), fileName))
    .flatMap((target) => [`${target}.ts`, `${target}.tsx`, `${target}/index.ts`])
    .filter((target) => files.includes(target));

test('test-only code lies in test/ or in a fixture: the product needs each of its files', () => {
  const needed = new Set(files.filter((path) => STARTS.test(path)));
  for (const path of needed) for (const imported of findImports(path)) needed.add(imported);
  expect(files.filter((path) => !needed.has(path) && !WAITING.test(path))).toEqual([]);
});
