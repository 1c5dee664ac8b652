import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { parseEql } from '../../common/eql/parse_eql';
import { createTemporaryDirectory } from '../../test/temporary_store';
import { cutFile } from './source/cut_file';
import { scanInThreads } from './scan_in_threads';
import type { ScanReport } from './scan_report';
import { searchFiles } from './search_files';
import type { FileSearch } from './search_files';
import { toScanPlan } from './search_plan';

const wishes = { moreFields: ['id'], keepsText: false };

const toLine = (id: number): string =>
  `${JSON.stringify({ '@timestamp': 1000 + id, id, key: id % 2, a: id % 3 === 0 ? 'yes' : 'no' })}\n`;

const write = async (name: string, content: string | Buffer): Promise<string> => {
  const path = join(await createTemporaryDirectory(), name);
  await writeFile(path, content);
  return path;
};

const search = async (text: string, files: string[], more: Partial<FileSearch> = {}) => {
  const query = parseEql(text);
  const found = await searchFiles({ query, files, options: {}, wishes, threads: 1, ...more });
  return found.matches.map(({ events }) => events.map((event) => event?.source['id'] ?? null));
};

it('searches several files, one of them compressed, as one', async () => {
  const files = [
    await write('a.ndjson', toLine(0) + toLine(1)),
    await write('b.ndjson.gz', gzipSync(toLine(2) + toLine(3))),
  ];
  expect(await search('any where a == "yes"', files)).toEqual([[0], [3]]);
  expect(await search('any where a == "yes"', files, { threads: 2 })).toEqual([[0], [3]]);
});

it('finds sequences with their missing events, and samples', async () => {
  const file = await write('a.ndjson', [3, 5, 6].map(toLine).join(''));
  expect(
    await search(
      'sequence with maxspan=1s [any where id == 3] ![any where id == 4] [any where id == 5]',
      [file]
    )
  ).toEqual([[3, null, 5]]);
  expect(await search('sample by a [any where id == 3] [any where id == 6]', [file])).toEqual([
    [3, 6],
  ]);
});

it('takes queries of more conditions and terms than it looks for', async () => {
  const file = await write('a.ndjson', [3, 4].map(toLine).join(''));
  const conditions = Array.from({ length: 700 }, (_, index) => `not a == "x" and b${index} == "y"`);
  expect(await search(`any where ${conditions.join(' and ')}`, [file])).toEqual([]);
  const terms = Array.from({ length: 30 }, () => '[any where a == "yes"]');
  expect(await search(`sequence ${terms.join(' ')}`, [file])).toEqual([]);
});

it('says which file can not be unpacked', async () => {
  const file = await write('a.ndjson.gz', Buffer.from('1f8bffff', 'hex'));
  await expect(search('any where true', [file])).rejects.toThrow(
    `${file}: unknown compression method`
  );
  await expect(search('any where true', [file], { threads: 2 })).rejects.toThrow(
    `${file}: unknown compression method`
  );
});

it('gives with threads the same events, lines and mistakes as without', async () => {
  const lines = Array.from({ length: 300 }, (_, id) => (id % 50 === 7 ? 'broken\n' : toLine(id)));
  const file = await write('a.ndjson', lines.join('') + toLine(300).trimEnd());
  const query = parseEql('any where a == "yes"');
  const task = { queryText: query.text, options: {}, plan: toScanPlan(query, {}, wishes) };
  const reports: ScanReport[] = [];
  const found: [unknown, number][] = [];
  for await (const events of scanInThreads([file], task, 2, reports, 1000)) {
    for (const { source, line } of events) found.push([source['id'], line]);
  }
  const expected = Array.from({ length: 301 }, (_, id) => id).filter(
    (id) => id % 3 === 0 && id % 50 !== 7
  );
  expect(found).toEqual(expected.map((id) => [id, id + 1]));
  const [report] = reports;
  expect(report).toMatchObject({ file, lines: 301, wrongCount: 6 });
  expect(report?.wrongLines.map(({ line }) => line)).toEqual([8, 58, 108, 158, 208, 258]);
});

it('cuts files at the ends of lines, and not at all where there is none', async () => {
  const text = ['a'.repeat(10), 'b'.repeat(200_000), 'c', ''].join('\n');
  const ranges = cutFile(await write('a.ndjson', text), 5);
  expect(ranges.map(({ start, end }) => text.slice(start, end).length)).toEqual([11, 200_001, 2]);
  expect(cutFile(await write('b.ndjson', 'x'.repeat(100)), 5)).toEqual([{ start: 0, end: 100 }]);
  expect(cutFile(await write('c.ndjson', ''), 5)).toEqual([]);
});
