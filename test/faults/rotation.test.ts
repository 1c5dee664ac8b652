import { appendFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findText } from '../../common/event/get_values';
import { toAuditLog } from '../../engines/audit_log/read_audit_lines.fixture';
import { writeAuditRecords } from '../../engines/audit_log/write_audit_records.fixture';
import { createLogger } from '../../standalone/log/create_logger';
import { createAuditFollower } from '../../standalone/sources/audit/create_audit_follower';
import type { EventBatch } from '../../standalone/store/event_records';
import { createTemporaryDirectory } from '../temporary_store';

const exec = (serial: number): Buffer => toAuditLog(writeAuditRecords({ serial, args: ['id'] }));

/** Reads batches with the position that was stored last, until it is told to stop. */
const follow = (path: string, position: unknown, signal: AbortSignal) =>
  createAuditFollower(
    path,
    { id: 'a', hostname: 'web', version: '1.0.0' },
    createLogger({ write: () => undefined, now: () => new Date(0) })
  ).read(() => position, signal);

test('reads a log that was rotated before the first event of it was stored', async () => {
  const log = join(await createTemporaryDirectory(), 'audit.log');
  await writeFile(log, exec(1));
  const stopping = new AbortController();
  const first = follow(log, undefined, stopping.signal)[Symbol.asyncIterator]();
  // The host ends after it has stored no more than where it begins.
  const { value } = (await first.next()) as { value: EventBatch };
  expect(value).toMatchObject({ events: [], position: { source: log, position: { offset: 0 } } });
  await first.return?.();

  await appendFile(log, exec(2));
  await rename(log, `${log}.1`);
  await writeFile(log, exec(3));
  const serials: (string | undefined)[] = [];
  for await (const { events } of follow(log, value.position?.position, stopping.signal)) {
    serials.push(...events.map(({ source }) => findText(source, 'event.sequence')));
    if (serials.length >= 3) stopping.abort();
  }
  expect(serials).toEqual(['1', '2', '3']);
});
