import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { InputOption } from '../../sources/input_option';
import { checkInputs } from './check_inputs';

const directory = mkdtempSync(join(tmpdir(), 'check-inputs-'));
afterAll(() => rmSync(directory, { recursive: true }));
const there = join(directory, 'there');
writeFileSync(there, '');
const missing = join(directory, 'missing');
const missingFolder = join(directory, 'no', 'log');

const check = (input: InputOption, accessLog?: string): Promise<void> =>
  checkInputs({
    input,
    accessLogs: accessLog === undefined ? [] : [{ path: accessLog, hostName: undefined }],
  });
const replay = {
  kind: 'audit_replay',
  path: there,
  processes: there,
  hostName: undefined,
} as const;

test('takes what can be read, and logs that may begin later', async () => {
  await check({ kind: 'recording' }, missing);
  await check({ kind: 'events', path: there });
  await check({ kind: 'audit_log', path: missing });
  await check(replay);
});

test.each<[string, InputOption, string?]>([
  ['events', { kind: 'events', path: missing }],
  ['a log to follow in a folder that is not there', { kind: 'audit_log', path: missingFolder }],
  ['a log to replay', { ...replay, path: missing }],
  ['its processes', { ...replay, processes: missing }],
  ['an access log in a folder that is not there', { kind: 'recording' }, missingFolder],
])('refuses %s', async (_, input, accessLog) => {
  await expect(check(input, accessLog)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('refuses a file of events that something else has to unpack', async () => {
  const packed = join(directory, 'events.ndjson.xz');
  writeFileSync(packed, Buffer.from('fd377a585a0000', 'hex'));
  await expect(check({ kind: 'events', path: packed })).rejects.toThrow(/packed by xz.*unxz/);
});
