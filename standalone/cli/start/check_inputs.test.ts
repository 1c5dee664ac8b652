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
const processes = join(directory, 'processes.json');
writeFileSync(processes, '[]');
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
  processes,
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

test('refuses a list of processes that is none', async () => {
  await expect(check({ ...replay, processes: there })).rejects.toThrow(there);
});

test('refuses files of events and logs to replay that something else has to unpack', async () => {
  const packed = join(directory, 'events.ndjson.xz');
  writeFileSync(packed, Buffer.from('fd377a585a0000', 'hex'));
  for (const input of [{ kind: 'events', path: packed } as const, { ...replay, path: packed }]) {
    await expect(check(input)).rejects.toThrow(/packed by xz.*unxz/);
  }
});
