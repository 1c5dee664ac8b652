import { expect, test } from 'vitest';
import { toContentVersion } from './content_version';

const toFiles = (files: Record<string, string>): Map<string, Uint8Array> =>
  new Map(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)]));

const version = toContentVersion('1.0.0', toFiles({ a: '1', b: '2' }));

test('keeps the version of the package in front', () => {
  expect(version).toMatch(/^1\.0\.0-[0-9a-f]{8}$/);
});

test('is another one when any file says something else', () => {
  expect(toContentVersion('1.0.0', toFiles({ a: '1', b: '3' }))).not.toBe(version);
});

test('is another one when the same bytes are in other files', () => {
  expect(toContentVersion('1.0.0', toFiles({ a: '12', b: '' }))).not.toBe(version);
  expect(toContentVersion('1.0.0', toFiles({ a: '2', b: '1' }))).not.toBe(version);
});

test('does not depend on the order in which files were made', () => {
  expect(toContentVersion('1.0.0', toFiles({ b: '2', a: '1' }))).toBe(version);
});
