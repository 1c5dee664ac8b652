import { expect, test } from 'vitest';
import { buildPlugin } from './build_plugin';

const root = process.cwd();
const { zip, files, zipName } = await buildPlugin(root, '8.12.2');

test('the same sources give the same zip, byte for byte', async () => {
  const again = await buildPlugin(root, '8.12.2');
  expect(Buffer.from(again.zip).equals(Buffer.from(zip))).toBe(true);
});

test('a zip for another Kibana differs in nothing but the version it asks for', async () => {
  const other = await buildPlugin(root, '9.1.0');
  const differing = [...files]
    .filter(([path, bytes]) => !Buffer.from(bytes).equals(Buffer.from(other.files.get(path) ?? [])))
    .map(([path]) => path);
  expect(differing).toEqual(['kibana.json']);
  expect([zipName, other.zipName]).toEqual([
    expect.stringMatching(/^webServerRce-.*\+8\.12\.2\.zip$/),
    expect.stringMatching(/^webServerRce-.*\+9\.1\.0\.zip$/),
  ]);
});
