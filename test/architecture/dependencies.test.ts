import eui from 'eui-90/package.json';
import react from 'types-react-17/package.json';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { listSources, readText } from './repository';

const names = z.record(z.string());
const { dependencies, devDependencies } = z
  .object({ dependencies: names, devDependencies: names })
  .parse(JSON.parse(readText('package.json')));

test('every dependency has a line that says why, and every line a dependency', () => {
  const lines = readText('docs/decisions/dependencies.md').matchAll(/^\| `([^`]+)` \| \S/gm);
  const packages = Object.keys({ ...dependencies, ...devDependencies });
  expect([...lines].map(([, name]) => name).sort()).toEqual(packages.sort());
});

test('versions are exact, so that a fresh install is the one that was tested', () => {
  for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies })) {
    expect(version, name).toMatch(/^(npm:@[\w/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/);
  }
});

test('the lock file names the hash of every package, on every platform', () => {
  const entry = z.object({ integrity: z.string().startsWith('sha512-') });
  const lock = z
    .object({ packages: z.record(z.unknown()) })
    .parse(JSON.parse(readText('package-lock.json')));
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
  expect(packages.length).toBeGreaterThan(100);
  expect(packages.filter(([, item]) => !entry.safeParse(item).success)).toEqual([]);
});

test('the browser half is checked against the EUI and the React of Kibana 8.12', () => {
  expect(eui.version).toMatch(/^90\./);
  expect(react.version).toMatch(/^17\./);
  expect(readText('public/tsconfig.kibana_8_12.json')).toMatch(/eui-90.*types-react-17/s);
});

test('nothing that runs reads files from outside the repository', () => {
  const outside = /\.\.\/shared|\/work\b/;
  const readers = listSources(
    'common',
    'server',
    'public',
    'engines',
    'standalone',
    'scripts'
  ).filter((path) => outside.test(readText(path)));
  expect(readers).toEqual([]);
});
