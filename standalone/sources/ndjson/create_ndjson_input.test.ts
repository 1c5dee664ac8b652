import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { findText } from '../../../common/event/get_values';
import { createTemporaryDirectory } from '../../../test/temporary_store';
import { createLogger } from '../../log/create_logger';
import { createNdjsonInput } from './create_ndjson_input';

const toLine = (id: string): string =>
  `${JSON.stringify({ '@timestamp': '2026-03-01T10:00:00Z', event: { id } })}\n`;

test('reads what stands before damage, says so, and reads the other files', async () => {
  const directory = await createTemporaryDirectory();
  const random = Array.from({ length: 5000 }, (_, n) => toLine(`a${Math.sin(n)}`));
  const packed = gzipSync([toLine('first'), ...random].join(''));
  await writeFile(join(directory, 'a.ndjson.gz'), packed.subarray(0, packed.length / 2));
  await writeFile(join(directory, 'b.ndjson.gz'), Buffer.from('28b52ffd00', 'hex'));
  await writeFile(join(directory, 'c.ndjson'), toLine('last'));
  const logged: string[] = [];
  const logger = createLogger({ write: (text) => void logged.push(text), now: () => new Date(0) });
  const ids: (string | undefined)[] = [];
  const input = createNdjsonInput(directory, logger);
  for await (const { events } of input.read(() => undefined, new AbortController().signal)) {
    ids.push(...events.map(({ source }) => findText(source, 'event.id')));
  }
  expect([ids[0], ids.at(-1)]).toEqual(['first', 'last']);
  expect(ids.length).toBeGreaterThan(1000);
  const said = logged.join('');
  expect(said).toMatch(/before the end of the file: \S+a\.ndjson\.gz: unexpected end of file/);
  expect(said).toMatch(/b\.ndjson\.gz: it is packed by Zstandard/);
});
