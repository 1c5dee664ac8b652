import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createTemporaryDirectory } from '../../test/temporary_store';
import { openAuditTrail, type AuditEntry } from './open_audit_trail';

const toEntry = (path: string): AuditEntry => ({
  '@timestamp': '2026-03-01T10:00:00.000Z',
  event: { action: 'rule/_enabled', outcome: 'success' },
  user: { id: '1000' },
  session: 'abcd1234',
  url: { path },
  http: { request: { method: 'post', body: '{"x":"\n"}' }, response: { status_code: 200 } },
});

test('appends one line a change, over restarts, for its owner alone', async () => {
  const directory = await createTemporaryDirectory();
  openAuditTrail(directory).add(toEntry('/1'));
  openAuditTrail(directory).add(toEntry('/2'));
  const file = join(directory, 'audit_trail.ndjson');
  const lines = (await readFile(file, 'utf8')).trimEnd().split('\n');
  expect(lines.map((line): unknown => JSON.parse(line))).toEqual([toEntry('/1'), toEntry('/2')]);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('keeps two files of a size, however much is written', async () => {
  const directory = await createTemporaryDirectory();
  const trail = openAuditTrail(directory, 2000);
  for (let n = 0; n < 100; n += 1) trail.add(toEntry(`/${n}`));
  const names = (await readdir(directory)).sort();
  expect(names).toEqual(['audit_trail.ndjson', 'audit_trail.ndjson.1']);
  for (const name of names) expect((await stat(join(directory, name))).size).toBeLessThan(2001);
  expect(await readFile(join(directory, 'audit_trail.ndjson'), 'utf8')).toContain('"/99"');
});
