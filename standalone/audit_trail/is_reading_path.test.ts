import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isReadingPath } from './is_reading_path';

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly privilege: string;
}

const isEndpoint = (value: unknown): value is Asked =>
  typeof value === 'object' && value !== null && 'privilege' in value && 'path' in value;

test('takes of the endpoints with a body those for a change that need the right to change', async () => {
  const folder = new URL('../../common/api/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^(?!.*\.test).*\.ts$/.test(name)
  );
  const modules: object[] = await Promise.all(
    files.map((file) => import(new URL(file, folder).href))
  );
  const asked = modules
    .flatMap((module): unknown[] => Object.values(module))
    .filter(isEndpoint)
    .filter(({ method }) => method !== 'get');
  expect(asked.length).toBeGreaterThan(10);
  for (const { path, privilege } of asked) {
    expect([path, isReadingPath(path)]).toEqual([path, privilege === 'read']);
  }
});
