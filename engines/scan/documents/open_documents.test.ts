import { gzipSync } from 'node:zlib';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createTemporaryDirectory } from '../../../test/temporary_store';
import { openEvents } from '../source/open_events';
import { readPieces } from '../source/read_pieces';
import { DocumentSplitter } from './document_splitter';

const readLines = async (content: string | Buffer, name = 'export.json'): Promise<string[]> => {
  const path = join(await createTemporaryDirectory(), name);
  await writeFile(path, content);
  const pieces: Buffer[] = [];
  for await (const piece of readPieces(await openEvents(path))) pieces.push(piece);
  return Buffer.concat(pieces).toString().split('\n').filter(Boolean);
};

const event = (id: number) => ({ '@timestamp': '2026-11-24T10:00:00Z', process: { pid: id } });
const hit = (id: number) => ({ _index: 'i', _id: `${id}`, _score: null, _source: event(id) });
const bare = [event(1), event(2)].map((one) => JSON.stringify(one));
const named = [1, 2].map((id) => JSON.stringify({ _index: 'i', _id: `${id}`, ...event(id) }));
const twice = (one: (id: number) => unknown) => [one(1), one(2)];
const toNdjson = (all: unknown[]): string => all.map((one) => `${JSON.stringify(one)}\n`).join('');

it.each([
  ['NDJSON', toNdjson(twice(event)), bare],
  ['an array', JSON.stringify(twice(event)), bare],
  ['a pretty-printed array', JSON.stringify(twice(event), null, 2), bare],
  [
    'pretty-printed documents',
    twice(event)
      .map((one) => JSON.stringify(one, null, 2))
      .join('\n\n'),
    bare,
  ],
  ['documents on one line', bare.join(' '), bare],
  ['hits of elasticdump', toNdjson(twice(hit)), named],
  ['a search response', JSON.stringify({ took: 1, hits: { total: 2, hits: twice(hit) } }), named],
  ['a pretty response', JSON.stringify({ took: 1, hits: { hits: twice(hit) } }, null, 2), named],
  ['an EQL response', JSON.stringify({ hits: { events: twice(hit) } }), named],
  [
    'sequences',
    JSON.stringify({ hits: { sequences: [{ join_keys: [], events: twice(hit) }] } }),
    named,
  ],
  [
    'several responses',
    JSON.stringify({ responses: twice((id) => ({ hits: { hits: [hit(id)] } })) }),
    named,
  ],
  [
    'an asynchronous response',
    JSON.stringify({ id: 'x', response: { hits: { hits: twice(hit) } } }),
    named,
  ],
  [
    'what es_archiver writes',
    twice((id) => ({ type: 'doc', value: { id: `${id}`, index: 'i', source: event(id) } }))
      .map((one) => JSON.stringify(one, null, 2))
      .join('\n\n'),
    named,
  ],
])('reads %s', async (_form, content, lines) => {
  expect(await readLines(content)).toEqual(lines);
  expect(await readLines(gzipSync(content))).toEqual(lines);
});

it('reads the fields of a hit, where it has no source', async () => {
  const fields = { '@timestamp': ['2026-11-24T10:00:00Z'], 'process.args': ['sh', '-c'] };
  expect(await readLines(JSON.stringify({ _index: 'i', _id: 'a', fields }))).toEqual([
    '{"_index":"i","_id":"a","@timestamp":"2026-11-24T10:00:00Z","process.args":["sh","-c"]}',
  ]);
});

it('leaves what is broken to be counted', async () => {
  const lines = await readLines(`[${bare[0]}, {"a" 1}, nonsense\n, ${bare[1]}, {"cut": `);
  expect(lines).toEqual([bare[0], '{"a" 1}', 'nonsense', bare[1], '{"cut": ']);
});

it('does not take a broken first line for the beginning of a document', async () => {
  expect(await readLines(`{"a": 1,\n${bare[0]}\n`)).toEqual(['{"a": 1,', bare[0]]);
});

it('cuts documents wherever the pieces of a file end', () => {
  const text = JSON.stringify([{ a: '}"\\', b: [{ c: 1 }] }, { d: '{' }]);
  const whole = [JSON.stringify({ a: '}"\\', b: [{ c: 1 }] }), JSON.stringify({ d: '{' })];
  for (let size = 1; size < text.length; size++) {
    const found: string[] = [];
    const splitter = new DocumentSplitter((document) => found.push(document));
    for (let at = 0; at < text.length; at += size) {
      splitter.push(Buffer.from(text.slice(at, at + size)));
    }
    splitter.end();
    expect(found.filter((document) => document.startsWith('{'))).toEqual(whole);
  }
});
