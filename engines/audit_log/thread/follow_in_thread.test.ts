import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followInThread } from './follow_in_thread';
import { toAuditLog } from '../read_audit_lines.fixture';
import { writeAuditRecords } from '../write_audit_records.fixture';

vi.setConfig({ testTimeout: 60_000 });

let folder: string;
let log: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'audit-log-'));
  log = join(folder, 'audit.log');
});
afterEach(() => rmSync(folder, { recursive: true }));

const exec = (serial: number): Buffer =>
  toAuditLog(writeAuditRecords({ serial, args: ['sh', '-c', `echo ${serial}`] }));

const follow = (signal: AbortSignal, path = log) =>
  followInThread({ start: { path, warmUpBytes: 0 }, options: {} }, signal);

it('gives what another thread reads, until it is told to stop', async () => {
  writeFileSync(log, exec(1));
  const stop = new AbortController();
  const batches = follow(stop.signal);
  const first = await batches.next();
  expect(first.value).toMatchObject({
    entries: [{ kind: 'exec', exec: { serial: 1, args: ['sh', '-c', 'echo 1'] } }],
  });
  appendFileSync(log, exec(2));
  const second = await batches.next();
  expect(second.value).toMatchObject({ entries: [{ kind: 'exec', exec: { serial: 2 } }] });
  const end = batches.next();
  stop.abort();
  expect((await end).done).toBe(true);
});

it('gives all of a log that is longer than the other thread may be ahead', async () => {
  const EXECS = 20_000;
  writeFileSync(log, Buffer.concat(Array.from({ length: EXECS }, (_, serial) => exec(serial))));
  const stop = new AbortController();
  const serials: number[] = [];
  let batchCount = 0;
  for await (const { entries } of follow(stop.signal)) {
    batchCount += 1;
    for (const entry of entries) if (entry.kind === 'exec') serials.push(entry.exec.serial);
    if (serials.length === EXECS) stop.abort();
  }
  expect(batchCount).toBeGreaterThan(8);
  expect(serials).toEqual(Array.from({ length: EXECS }, (_, serial) => serial));
});

it('ends the other thread when nobody takes more', async () => {
  writeFileSync(log, exec(1));
  const batches = follow(new AbortController().signal);
  await batches.next();
  expect((await batches.return()).done).toBe(true);
});

it('fails as reading does, with its code', async () => {
  const batches = follow(new AbortController().signal, join(folder, 'absent', 'audit.log'));
  await expect(batches.next()).rejects.toMatchObject({ code: 'ENOENT' });
});

it('gives nothing when it is stopped already', async () => {
  expect((await follow(AbortSignal.abort()).next()).done).toBe(true);
});
