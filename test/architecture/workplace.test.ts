import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listFiles, readText, ROOT } from './repository';

/** Spelled in halves, so that this file does not name them. */
const WORDS = [
  ['/wo', 'rk/'],
  ['/tmp/ki', 'bana'],
  ['/tmp/te', 'am'],
  ['kibana', 'test'],
  ['.libr', 'ary'],
  ['farm-', 'bench'],
  ['farm-', 'studio'],
].map((halves) => halves.join(''));
const FOLDERS = [
  ...['common', 'server', 'public', 'engines', 'standalone', 'types', 'test', 'scripts'],
  ...['translations', 'docs', '.ci'],
];
const TEXT = /\.(tsx?|js|cjs|mjs|json|jsonc|md|txt|html|ndjson|jsonl|log)$|\.ci\/run$/;

test('no file names a path or a tool of the place it was written in', () => {
  const paths = [...readdirSync(ROOT), ...listFiles(...FOLDERS)].filter((path) => TEXT.test(path));
  const found = paths.flatMap((path) => {
    const text = readText(path);
    return WORDS.filter((word) => text.includes(word)).map((word) => `${path}: ${word}`);
  });
  expect(found).toEqual([]);
});
