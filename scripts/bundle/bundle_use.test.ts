import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { holdBundle, removeUnused } from './bundle_use.mjs';

const DAY = 24 * 60 * 60 * 1000;
const NOW = Date.now();

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-use-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const create = (name: string): string => {
  mkdirSync(join(folder, name));
  return join(folder, name);
};

const markAs = (bundle: string, mark: string): void => {
  mkdirSync(join(bundle, 'users'), { recursive: true });
  writeFileSync(join(bundle, 'users', mark), '');
};

/** A process that has ended. */
const deadPid = (): number => spawnSync('true').pid;

test('what nobody uses is removed a day later, and what was left half-written', () => {
  const bundle = create('a');
  const unfinished = create('unfinished-1');
  removeUnused(folder, NOW + DAY / 2);
  expect([bundle, unfinished].map((path) => existsSync(path))).toEqual([true, true]);
  removeUnused(folder, NOW + 2 * DAY);
  expect([bundle, unfinished].map((path) => existsSync(path))).toEqual([false, false]);
});

test('what a running host serves stays, however old it is', () => {
  const bundle = create('a');
  holdBundle(bundle);
  removeUnused(folder, NOW + 400 * DAY);
  expect(existsSync(bundle)).toBe(true);
});

test('a host that was killed holds nothing', () => {
  const bundle = create('a');
  markAs(bundle, `${deadPid()}@${hostname()}`);
  removeUnused(folder, NOW + 2 * DAY);
  expect(existsSync(bundle)).toBe(false);
});

test('a host in another container holds its bundle for a month', () => {
  const bundle = create('a');
  markAs(bundle, `${deadPid()}@elsewhere`);
  removeUnused(folder, NOW + 20 * DAY);
  expect(existsSync(bundle)).toBe(true);
  removeUnused(folder, NOW + 40 * DAY);
  expect(existsSync(bundle)).toBe(false);
});

test('beginning to use an old one gives it another day', () => {
  const bundle = create('a');
  utimesSync(bundle, 0, 0);
  markAs(bundle, `${deadPid()}@${hostname()}`);
  removeUnused(folder, NOW + DAY / 2);
  expect(existsSync(bundle)).toBe(true);
});
