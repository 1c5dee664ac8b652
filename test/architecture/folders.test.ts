import { dirname, join } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { listSources, readText } from './repository';

const PRODUCT = ['common', 'engines', 'public', 'scripts', 'server', 'standalone'];
const MOST_FILES = 20;
/** Being built anew; each leaves this list with its new rooms. */
const REBUILT = ['public/alerts', 'public/flyout'];
const LARGEST_SHARE = 0.33;

const sources = listSources(...PRODUCT);
const files = sources.filter((path) => !/\.fixture\.tsx?$/.test(path));

test(`no folder has more than ${MOST_FILES} files of the product`, () => {
  const counts = new Map<string, number>();
  for (const folder of files.map(dirname)) counts.set(folder, (counts.get(folder) ?? 0) + 1);
  const crowded = [...counts].filter(([, count]) => count > MOST_FILES).map(([folder]) => folder);
  expect(crowded.filter((folder) => !REBUILT.includes(folder))).toEqual([]);
});

test('no top-level folder holds a third of the lines', () => {
  const countLines = (paths: readonly string[]): number =>
    paths.reduce((lines, path) => lines + readText(path).split('\n').length, 0);
  const all = countLines(files);
  const shares = PRODUCT.map((folder) => [
    folder,
    countLines(files.filter((path) => path.startsWith(`${folder}/`))) / all,
  ]);
  expect(shares.filter(([, share]) => Number(share) > LARGEST_SHARE)).toEqual([]);
});

/** What starts by itself: the doors Kibana calls, the page, commands and scripts, threads, and the EQL library. */
const STARTS =
  /^(server|public|common\/eql)\/index\.ts$|^standalone\/(main|browser\/main)\.tsx?$|^(standalone\/cli|scripts)\/[^/]+\.ts$|_worker\.ts$/;

const findImports = (path: string): string[] =>
  ts
    .preProcessFile(readText(path))
    .importedFiles.map(({ fileName }) => join(dirname(path), fileName))
    .flatMap((target) => [`${target}.ts`, `${target}.tsx`, `${target}/index.ts`])
    .filter((target) => files.includes(target));

test('test-only code lies in test/ or in a fixture: the product needs each of its files', () => {
  const needed = new Set(files.filter((path) => STARTS.test(path)));
  for (const path of needed) for (const imported of findImports(path)) needed.add(imported);
  expect(files.filter((path) => !needed.has(path))).toEqual([]);
});
