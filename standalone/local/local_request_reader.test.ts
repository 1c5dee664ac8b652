import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  CONTRACT_HOST,
  requestReaderContract,
  toRequestTime,
} from '../../test/contracts/request_reader.contract';
import { createLocalRequestReader } from './local_request_reader';

requestReaderContract(
  async (requests) => {
    const path = join(await mkdtemp(join(tmpdir(), 'requests-')), 'access.log');
    const lines = requests.map(({ second, target }) =>
      JSON.stringify({
        ts: Date.parse(toRequestTime(second)),
        request: { client_ip: '203.0.113.9', method: 'GET', uri: target },
        status: 200,
      })
    );
    await writeFile(path, lines.join('\n'));
    return createLocalRequestReader([{ path, hostName: CONTRACT_HOST }]);
  },
  async () => createLocalRequestReader([{ path: '/nowhere/access.log', hostName: undefined }])
);

test('looks nowhere where no log was named', async () => {
  const found = await createLocalRequestReader([]).find({
    hostName: CONTRACT_HOST,
    from: toRequestTime(0),
    to: toRequestTime(1),
    size: 1,
    signal: new AbortController().signal,
  });
  expect(found).toEqual({ requests: [], isCut: false, logs: [], unread: [] });
});
