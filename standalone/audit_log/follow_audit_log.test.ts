import { appendFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AuditBatch } from './audit_log_follower';
import { followAuditLog } from './follow_audit_log';
import { toBytes } from './read_audit_lines';
import { writeAuditRecords } from './write_audit_records';

let folder: string;
let log: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'audit-log-'));
  log = join(folder, 'audit.log');
});
afterEach(() => rmSync(folder, { recursive: true }));

const options = { index: 'events', hostId: 'host', hostName: 'web-01', agentId: 'agent' };
const exec = (serial: number): Buffer => toBytes(writeAuditRecords({ serial, args: ['id'] }));

const getNext = async (batches: AsyncGenerator<AuditBatch, void>): Promise<AuditBatch> => {
  const { value } = await batches.next();
  if (!value) throw new Error('The log has ended');
  return value;
};

it('gives batches as the log grows and is rotated, until it is told to stop', async () => {
  writeFileSync(log, exec(1));
  const stop = new AbortController();
  const batches = followAuditLog({ path: log, warmUpBytes: 0 }, options, stop.signal);
  expect((await getNext(batches)).events).toHaveLength(1);

  const second = getNext(batches);
  appendFileSync(log, exec(2));
  expect((await second).events).toMatchObject([{ source: { event: { sequence: 2 } } }]);

  const third = getNext(batches);
  renameSync(log, `${log}.1`);
  writeFileSync(log, exec(3));
  expect((await third).events).toMatchObject([{ source: { event: { sequence: 3 } } }]);

  const end = batches.next();
  stop.abort();
  expect((await end).done).toBe(true);
});

it('starts from the position of a batch', async () => {
  writeFileSync(log, Buffer.concat([exec(1), exec(2)]));
  const stop = new AbortController();
  const first = followAuditLog({ path: log, warmUpBytes: 0 }, options, stop.signal);
  const { position } = await getNext(first);
  await first.return();
  appendFileSync(log, exec(3));
  const second = followAuditLog({ path: log, position, warmUpBytes: 4_096 }, options, stop.signal);
  expect((await getNext(second)).events).toMatchObject([{ source: { event: { sequence: 3 } } }]);
  await second.return();
});

it('gives nothing when it is stopped already', async () => {
  const batches = followAuditLog({ path: log, warmUpBytes: 0 }, options, AbortSignal.abort());
  expect((await batches.next()).done).toBe(true);
});

it('fails where there is no such folder', async () => {
  const path = join(folder, 'absent', 'audit.log');
  const batches = followAuditLog({ path, warmUpBytes: 0 }, options, new AbortController().signal);
  await expect(batches.next()).rejects.toThrow('ENOENT');
});
