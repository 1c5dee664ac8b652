import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { toZip } from './to_zip';

const files = new Map([
  ['server/index.js', Buffer.from('exports.plugin = 1;')],
  ['kibana.json', Buffer.from('{}')],
]);

/** Modes in the zip's central directory, in order, in the way Kibana's installer reads them. */
const readModes = (zip: Buffer): number[] => {
  const modes: number[] = [];
  for (let at = zip.indexOf('PK\x01\x02'); at !== -1; at = zip.indexOf('PK\x01\x02', at + 1)) {
    modes.push(zip.readUInt32LE(at + 38) >>> 16);
  }
  return modes;
};

test('everything lies under the folder the installer looks in, in the order of its path', () => {
  expect(Object.keys(unzipSync(toZip(files, 'webServerRce')))).toEqual([
    'kibana/webServerRce/kibana.json',
    'kibana/webServerRce/server/index.js',
  ]);
});

test('every file can be read by the user Kibana runs as', () => {
  const zip = Buffer.from(toZip(files, 'webServerRce'));
  expect(readModes(zip)).toEqual([0o100644, 0o100644]);
});
