import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createTemporaryDirectory } from '../../../test/temporary_store';
import type { EventBatch } from '../../store/event_records';
import { findEventFiles } from './find_event_files';
import { readEventFile, type FileReport } from './read_event_file';

const event = (n: number): string =>
  JSON.stringify({ '@timestamp': '2026-03-01T10:00:00Z', event: { sequence: n } });

const read = async (
  path: string,
  position?: unknown
): Promise<{ report: FileReport; batches: EventBatch[]; ids: string[] }> => {
  const report: FileReport = { lines: 0, events: 0, badLines: 0, problems: [] };
  const batches: EventBatch[] = [];
  for await (const batch of readEventFile(path, position, report)) batches.push(batch);
  return { report, batches, ids: batches.flatMap(({ events }) => events.map(({ id }) => id)) };
};

const write = async (name: string, content: string | Buffer): Promise<string> => {
  const path = join(await createTemporaryDirectory(), name);
  await writeFile(path, content);
  return path;
};

test('passes over bad lines and says which they were', async () => {
  const lines = [event(1), '{"@timestamp": ', '[1]', '', '{"a": 1}', '  ', event(2)];
  const { report } = await read(await write('x.ndjson', `${lines.join('\n')}\n`));
  expect(report).toEqual({
    lines: 7,
    events: 2,
    badLines: 3,
    problems: [
      { line: 2, problem: 'not_json' },
      { line: 3, problem: 'not_an_object' },
      { line: 5, problem: 'no_timestamp' },
    ],
  });
});

test('passes over a line that is nested so deep that nothing could read it back', async () => {
  const nest = (levels: number): string =>
    `{"@timestamp": "2026-03-01T10:00:00.000Z", "a": ${'['.repeat(levels)}${']'.repeat(levels)}}`;
  const { report } = await read(await write('x.ndjson', `${nest(50_000)}\n${nest(99)}\n`));
  expect(report).toMatchObject({ events: 1, problems: [{ line: 1, problem: 'too_deep' }] });
});

test('reads a last line without line end, and lines that end in CR LF', async () => {
  const { ids } = await read(await write('x.ndjson', `${event(1)}\r\n${event(2)}`));
  expect(ids).toHaveLength(2);
});

test('gives an event the same id in every reading and another one for another content', async () => {
  const first = await read(await write('x.ndjson', `${event(1)}\n${event(2)}\n`));
  const second = await read(await write('y.jsonl', `${event(2)}\n${event(1)}`));
  expect(new Set(first.ids).size).toBe(2);
  expect([...second.ids].reverse()).toEqual(first.ids);
});

test('reads compressed files as plain ones', async () => {
  const content = `${event(1)}\n${event(2)}\n`;
  const plain = await read(await write('x.ndjson', content));
  const compressed = await read(await write('x.ndjson.gz', gzipSync(content)));
  expect(compressed.ids).toEqual(plain.ids);
});

test('goes on after the lines that an earlier reading gave, and begins anew with another file', async () => {
  const path = await write('x.ndjson', `${event(1)}\n${event(2)}\n`);
  const first = await read(path);
  const position = first.batches.at(-1)?.position?.position;
  await appendFile(path, `${event(3)}\n`);
  const second = await read(path, position);
  expect(second.ids).toHaveLength(1);
  expect(first.ids).not.toContain(second.ids[0]);
  await writeFile(path, `${event(4)}\n${event(5)}\n`);
  expect((await read(path, position)).ids).toHaveLength(2);
});

test('says each batch’s own position, so that a reading can end anywhere', async () => {
  const count = 2500;
  const lines = Array.from({ length: count }, (_, n) => event(n));
  const path = await write('x.ndjson', lines.join('\n'));
  const { batches } = await read(path);
  expect(batches.map(({ events }) => events.length)).toEqual([1000, 1000, 500]);
  const rest = await read(path, batches[0]?.position?.position);
  expect(rest.ids).toHaveLength(count - 1000);
});

test('takes index and id of a search hit, and the index from data stream or module otherwise', async () => {
  const source = { '@timestamp': '2026-03-01T10:00:00Z' };
  const lines = [
    { _index: 'endgame-9', _id: 'hit', _source: source },
    {
      ...source,
      data_stream: { type: 'logs', dataset: 'endpoint.events.process', namespace: 'prod' },
    },
    { ...source, event: { module: 'endgame' } },
    source,
  ];
  const path = await write('x.ndjson', lines.map((line) => JSON.stringify(line)).join('\n'));
  const { batches } = await read(path);
  expect(batches[0]?.events.map(({ index }) => index)).toEqual([
    'endgame-9',
    'logs-endpoint.events.process-prod',
    'endgame-local',
    'logs-endpoint.events.process-default',
  ]);
  expect(batches[0]?.events[0]).toEqual({ index: 'endgame-9', id: 'hit', source });
});

test('does not keep a line without end in memory', async () => {
  const { report } = await read(
    await write(
      'x.ndjson',
      Buffer.concat([Buffer.alloc(17 * 1024 * 1024, 'x'), Buffer.from(`\n${event(1)}\n`)])
    )
  );
  expect(report.problems).toEqual([{ line: 1, problem: 'too_long' }]);
  expect(report.events).toBe(1);
});

test('fails with the system’s error for a file that is not there or broken', async () => {
  await expect(read('/nowhere/x.ndjson')).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(
    read(await write('x.ndjson.gz', Buffer.from('1f8bffff', 'hex')))
  ).rejects.toMatchObject({
    code: 'Z_DATA_ERROR',
  });
});

test('finds the event files of a directory and those below it, in order of their names', async () => {
  const directory = await createTemporaryDirectory();
  await mkdir(join(directory, 'b'));
  for (const name of ['c.ndjson', 'b/a.jsonl', 'a.ndjson.gz', 'notes.txt', 'x.json']) {
    await writeFile(join(directory, name), '');
  }
  expect(await findEventFiles(directory)).toEqual(
    ['a.ndjson.gz', 'b/a.jsonl', 'c.ndjson'].map((name) => join(directory, name))
  );
  expect(await findEventFiles(join(directory, 'notes.txt'))).toHaveLength(1);
});
