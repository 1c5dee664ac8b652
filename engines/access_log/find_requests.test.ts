import { mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { findRequests } from './find_requests';

const NOON = Date.parse('2026-11-24T12:00:00Z');
const toLine = (time: number, target: string): string => {
  const [, day, month, year, clock] =
    /, (\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(time).toUTCString()) ?? [];
  return `203.0.113.9 - - [${day}/${month}/${year}:${clock} +0000] "GET ${target} HTTP/1.1" 200 5 "-" "curl"\n`;
};
const createLog = (files: Readonly<Record<string, string | Buffer>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'access-log-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return join(folder, 'access.log');
};
const period = { from: NOON - 10_000, to: NOON + 10_000, most: 100 };
const toTargets = async (path: string, parts: Partial<typeof period> = {}): Promise<string[]> =>
  (await findRequests(path, { ...period, ...parts })).requests.map(({ target }) => target);

it('gives the requests of the period in order of time, from all rotated files', async () => {
  const path = createLog({
    'access.log': toLine(NOON + 5000, '/now') + toLine(NOON + 11_000, '/after'),
    'access.log.1': toLine(NOON - 11_000, '/before') + toLine(NOON - 5000, '/rotated'),
    'access.log.2.gz': gzipSync(toLine(NOON - 9000, '/packed')),
    'access.log-20261124': toLine(NOON - 7000, '/dated'),
    'access.log.bak': toLine(NOON, '/other'),
    'access.logger': toLine(NOON, '/other'),
  });
  expect(await toTargets(path)).toEqual(['/packed', '/dated', '/rotated', '/now']);
});

it('finds the period in a log too large to be read whole, without its first half', async () => {
  const lines = Array.from({ length: 60_000 }, (_, index) =>
    toLine(NOON + (index - 50_000) * 1000, `/${index}`)
  );
  const path = createLog({ 'access.log': lines.join('') });
  const found = await toTargets(path, { from: NOON, to: NOON + 2000 });
  expect(found).toEqual(['/50000', '/50001', '/50002']);
});

it('finds lines that a buffering worker wrote late', async () => {
  const path = createLog({ 'access.log': toLine(NOON + 40_000, '/b') + toLine(NOON, '/late') });
  expect(await toTargets(path)).toEqual(['/late']);
});

it('counts lines that are no requests', async () => {
  const path = createLog({ 'access.log': `broken\n${toLine(NOON, '/a')}\n` });
  expect(await findRequests(path, period)).toMatchObject({ unreadLines: 1, isCut: false });
});

it('says that it left requests out', async () => {
  const path = createLog({
    'access.log': [1, 2, 3].map((n) => toLine(NOON + n, `/${n}`)).join(''),
  });
  expect(await findRequests(path, { ...period, most: 2 })).toMatchObject({ isCut: true });
  expect(await findRequests(path, { ...period, most: 3 })).toMatchObject({ isCut: false });
});

it('leaves a file alone that was last written before the period', async () => {
  const path = createLog({ 'access.log': '', 'access.log.1': toLine(NOON, '/a') });
  expect(await toTargets(path)).toEqual(['/a']);
  utimesSync(`${path}.1`, NOON / 1000 - 3600, NOON / 1000 - 3600);
  expect(await toTargets(path)).toEqual([]);
});

it('fails where neither the log nor a rotated one is there', async () => {
  const path = createLog({ 'error.log': toLine(NOON, '/a') });
  await expect(findRequests(path, period)).rejects.toThrow('no such file');
});

it('fails with the error of the system where the folder can not be read', async () => {
  await expect(findRequests('/nowhere/access.log', period)).rejects.toThrow('ENOENT');
});
