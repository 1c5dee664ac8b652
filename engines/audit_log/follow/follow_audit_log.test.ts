import { appendFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LogBatch } from './audit_log_follower';
import { followAuditLog } from './follow_audit_log';
import { toAuditLog } from '../read_audit_lines.fixture';
import { writeAuditRecords } from '../write_audit_records.fixture';

let folder: string;
let log: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'audit-log-'));
  log = join(folder, 'audit.log');
});
afterEach(() => rmSync(folder, { recursive: true }));

const exec = (serial: number): Buffer => toAuditLog(writeAuditRecords({ serial, args: ['id'] }));

const toSerials = ({ entries }: LogBatch): number[] =>
  entries.flatMap((entry) => (entry.kind === 'exec' ? [entry.exec.serial] : []));

const getNext = async (batches: AsyncGenerator<LogBatch, void>): Promise<LogBatch> => {
  const { value } = await batches.next();
  if (!value) throw new Error('The log has ended');
  return value;
};

it('gives batches as the log grows and is rotated, until it is told to stop', async () => {
  writeFileSync(log, exec(1));
  const stop = new AbortController();
  const batches = followAuditLog({ path: log, warmUpBytes: 0 }, {}, stop.signal);
  expect(toSerials(await getNext(batches))).toEqual([1]);

  const second = getNext(batches);
  appendFileSync(log, exec(2));
  expect(toSerials(await second)).toEqual([2]);

  const third = getNext(batches);
  renameSync(log, `${log}.1`);
  writeFileSync(log, exec(3));
  expect(toSerials(await third)).toEqual([3]);

  const end = batches.next();
  stop.abort();
  expect((await end).done).toBe(true);
});

it('gives no position to store with what makes no event', async () => {
  writeFileSync(log, toAuditLog(writeAuditRecords({ serial: 1, args: ['id'], success: false })));
  const stop = new AbortController();
  const batches = followAuditLog({ path: log, warmUpBytes: 0 }, {}, stop.signal);
  const failed = await getNext(batches);
  expect(failed).toMatchObject({ entries: [{ kind: 'failed_exec' }], position: undefined });
  appendFileSync(log, exec(2));
  expect((await getNext(batches)).position).toBeDefined();
  stop.abort();
});

it('starts from the position of a batch', async () => {
  writeFileSync(log, Buffer.concat([exec(1), exec(2)]));
  const stop = new AbortController();
  const first = followAuditLog({ path: log, warmUpBytes: 0 }, {}, stop.signal);
  const { position } = await getNext(first);
  await first.return();
  appendFileSync(log, exec(3));
  const second = followAuditLog({ path: log, position, warmUpBytes: 4_096 }, {}, stop.signal);
  expect(toSerials(await getNext(second))).toEqual([3]);
  await second.return();
});

it('gives the position once what was given from behind it is behind it no more', async () => {
  writeFileSync(log, exec(1));
  const { signal } = new AbortController();
  const first = followAuditLog({ path: log, warmUpBytes: 0 }, {}, signal);
  const { position } = await getNext(first);
  await first.return();
  if (position === undefined) throw new Error('No position.');
  // As it was stored while an event before it still waited for records.
  const waiting = { ...position, offset: 0, given: [1] };
  const second = followAuditLog({ path: log, position: waiting, warmUpBytes: 0 }, {}, signal);
  const settled = await getNext(second);
  expect(toSerials(settled)).toEqual([]);
  expect(settled.position).toEqual({ ...position, given: [] });
  await second.return();
});

it('gives nothing when it is stopped already', async () => {
  const batches = followAuditLog({ path: log, warmUpBytes: 0 }, {}, AbortSignal.abort());
  expect((await batches.next()).done).toBe(true);
});

it('fails where there is no such folder', async () => {
  const path = join(folder, 'absent', 'audit.log');
  const batches = followAuditLog({ path, warmUpBytes: 0 }, {}, new AbortController().signal);
  await expect(batches.next()).rejects.toThrow('ENOENT');
});
