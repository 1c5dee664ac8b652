import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findCache } from './find_cache.mjs';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'find-cache-'));
  mkdirSync(join(directory, 'root/node_modules'), { recursive: true });
});
afterEach(() => rmSync(directory, { recursive: true }));

const user = process.getuid?.();
const inCheckout = (): string => join(directory, 'root/node_modules/.cache/web_server_rce');
const find = (of = user): string =>
  findCache({
    root: join(directory, 'root'),
    home: join(directory, 'home'),
    temporary: directory,
    user: of,
  });

test('is a folder of the checkout, for its user alone', () => {
  expect(dirname(find())).toBe(inCheckout());
  expect(statSync(inCheckout()).mode & 0o777).toBe(0o700);
});

test('is in the home of a user who meets the cache of another', () => {
  mkdirSync(inCheckout(), { recursive: true });
  chmodSync(inCheckout(), 0o777);
  expect(dirname(find())).toBe(join(directory, 'home/.cache/web_server_rce'));
});

test('is none that leads elsewhere', () => {
  mkdirSync(dirname(inCheckout()), { recursive: true });
  symlinkSync(directory, inCheckout());
  expect(dirname(find())).toBe(join(directory, 'home/.cache/web_server_rce'));
});

test('is a temporary one where there is no home either', () => {
  writeFileSync(join(directory, 'root/node_modules/.cache'), '');
  writeFileSync(join(directory, 'home'), '');
  expect(dirname(find())).toBe(join(directory, `web_server_rce-${user}`));
});

test('is a new one where everything belongs to somebody else', () => {
  const other = find((user ?? 0) + 1);
  expect(other).not.toBe(find((user ?? 0) + 1));
  expect(statSync(other).mode & 0o777).toBe(0o700);
});

test('is not shared by two checkouts, whose bundles name their own files', () => {
  const options = { home: join(directory, 'home'), temporary: directory, user };
  writeFileSync(join(directory, 'a'), '');
  writeFileSync(join(directory, 'b'), '');
  const [a, b] = ['a', 'b'].map((name) => findCache({ root: join(directory, name), ...options }));
  expect(a).not.toBe(b);
});
