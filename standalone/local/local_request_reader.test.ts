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

test('moves the times of a log that is played', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'requests-')), 'access.log');
  const line = '203.0.113.9 - - [01/Mar/2026:10:00:00 +0000] "GET / HTTP/1.1" 200 1 "-" "-"';
  await writeFile(path, line);
  const [day, time] = [86_400_000, Date.parse('2026-03-01T10:00:00Z')];
  const find = async (middle: number) =>
    createLocalRequestReader([{ path, hostName: undefined, timeShift: day }]).find({
      hostName: CONTRACT_HOST,
      from: new Date(middle - 1000).toISOString(),
      to: new Date(middle + 1000).toISOString(),
      size: 9,
      signal: new AbortController().signal,
    });
  expect((await find(time)).requests).toEqual([]);
  expect((await find(time + day)).requests).toMatchObject([{ time: time + day }]);
});

test('says of a log in a form of its own that its lines are not known', async () => {
  const path = join(await mkdtemp(join(tmpdir(), 'requests-')), 'access.log');
  await writeFile(path, '203.0.113.9|GET|/a\n203.0.113.9|GET|/b\n');
  const { requests, unread } = await createLocalRequestReader([{ path, hostName: undefined }]).find(
    {
      hostName: CONTRACT_HOST,
      from: new Date(0).toISOString(),
      to: new Date().toISOString(),
      size: 9,
      signal: new AbortController().signal,
    }
  );
  expect(requests).toEqual([]);
  expect(unread).toEqual([
    { log: path, reason: expect.stringContaining('2 lines are of no known form') },
  ]);
});
