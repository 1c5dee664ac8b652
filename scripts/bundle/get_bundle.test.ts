import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { getBundle } from './get_bundle.mjs';
import { PROJECT_ROOT } from './project_root.mjs';

let directory: string;
let source: string;
let made: number;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'bundle-'));
  source = join(directory, 'source.ts');
  made = 0;
  write('first');
});
afterEach(() => rmSync(directory, { recursive: true }));

const write = (text: string): void => writeFileSync(source, text);

/** A bundle that is a copy of the source. */
const get = async (): Promise<string> => {
  // What was written just now counts as written while it is bundled.
  await wait(30);
  const files = await getBundle({
    name: 'copy',
    cache: join(directory, 'cache'),
    make: async (outdir) => {
      made += 1;
      const text = readFileSync(source);
      // Late, as a bundler is.
      await wait(5);
      writeFileSync(join(outdir, 'copy.js'), text);
      return [relative(PROJECT_ROOT, source)];
    },
  });
  return join(files, 'copy.js');
};

const read = (path: string): string => readFileSync(path, 'utf8');

test('is made once, whatever else is written beside its sources', async () => {
  const first = await get();
  writeFileSync(join(directory, 'tsconfig.tsbuildinfo'), '{}');
  write('first');
  expect(await get()).toBe(first);
  expect(made).toBe(1);
});

test('is made anew when a source changes, and the one before stays for whoever runs from it', async () => {
  const first = await get();
  write('second');
  const second = await get();
  expect([read(first), read(second)]).toEqual(['first', 'second']);
  write('first');
  expect(await get()).toBe(first);
  expect(made).toBe(2);
});

test('is made anew when a source is gone', async () => {
  await get();
  rmSync(source);
  await expect(get()).rejects.toThrow('ENOENT');
});

test.each([
  ['cut off', (path: string) => truncateSync(path, 2)],
  ['gone', (path: string) => rmSync(path)],
])('is made anew when a file of it is %s', async (_what, damage) => {
  const first = await get();
  damage(first);
  expect(read(await get())).toBe('first');
  expect(made).toBe(2);
});

test.each(['', '{', '{}'])('is made anew when its list of files is damaged: %j', async (text) => {
  const first = await get();
  writeFileSync(join(first, '../../bundle.json'), text);
  expect(read(await get())).toBe('first');
  expect(made).toBe(2);
});

test('is made again when a source changed while it was made', async () => {
  const files = await getBundle({
    name: 'copy',
    cache: join(directory, 'cache'),
    make: (outdir) => {
      writeFileSync(join(outdir, 'copy.js'), read(source));
      write('second');
      return Promise.resolve([relative(PROJECT_ROOT, source)]);
    },
  });
  expect(read(join(files, 'copy.js'))).toBe('first');
  expect(read(await get())).toBe('second');
});

test('a failure leaves nothing that counts as a bundle', async () => {
  const failing = getBundle({
    name: 'copy',
    cache: join(directory, 'cache'),
    make: (outdir) => {
      writeFileSync(join(outdir, 'copy.js'), 'half');
      return Promise.reject(new Error('no luck'));
    },
  });
  await expect(failing).rejects.toThrow('no luck');
  expect(read(await get())).toBe('first');
});

test('several that begin at the same moment do not disturb each other', async () => {
  const all = await Promise.all([get(), get(), get()]);
  expect(all.map(read)).toEqual(['first', 'first', 'first']);
  expect(all.every((path) => existsSync(path))).toBe(true);
});
