import { expect, it } from 'vitest';
import { parseEql } from '../../common/eql/parse_eql';
import { toUseTest } from '../../engines/scan/search_plan';
import { scanFast } from './fast_scan';

const query = parseEql('any where a == "needle"');
const scan = (text: string | Buffer, options = {}) =>
  scanFast(Buffer.from(text), query, { pieceSize: 64, ...options });
const toLines = async (scanned: ReturnType<typeof scan>): Promise<number[]> =>
  (await scanned).events.filter(({ source }) => source['a'] === 'needle').map(({ line }) => line);

it('finds an event on a line that is far longer than what is read at a time', async () => {
  const long = `{"x":"${'y'.repeat(500_000)}","a":"needle"}`;
  expect(await toLines(scan(`{}\n${long}\n{"a":"needle"}`))).toEqual([2, 3]);
});

it('passes over a line that is longer than any text and goes on behind it', async () => {
  const data = `{"a":"needle"}\n{"a":"${'y'.repeat(2000)}"}\n{"a":"needle"}\nno\n`;
  const { wrong, report } = await scan(data, { longestLine: 500 });
  expect(await toLines(scan(data, { longestLine: 500 }))).toEqual([1, 3]);
  expect(wrong).toEqual(['2: longer than any text can be', '4: not valid JSON']);
  expect(report.lines).toBe(4);
});

it('counts the last line also when it is too long and has no end', async () => {
  const { report } = await scan(`{}\n${'y'.repeat(2000)}`, { longestLine: 500 });
  expect(report).toMatchObject({ lines: 2, wrongCount: 1 });
});

it('finds events that are nested deeper than the fast path goes', async () => {
  const deep = `{"b":${'['.repeat(70_000)}${']'.repeat(70_000)},"a":"needle"}`;
  expect(await toLines(scan(`${deep}\n{"a":"x"}\n`))).toEqual([1]);
});

it('reports wrong lines with their numbers, also among lines that can not match', async () => {
  const idle = '{"idle":0}\n'.repeat(20);
  const data = `${idle}{"b":}\n{"a":"needle",}\n{"a":"needle"}\n[1]\n`;
  expect((await scan(data)).wrong).toEqual([
    '21: not valid JSON',
    '22: not valid JSON',
    '24: JSON, but no object',
  ]);
});

it('finds a field wherever it stands in lines that are alike', async () => {
  const inner = parseEql('any where a.b == "needle"');
  const isOfUse = toUseTest(inner, {});
  const find = async (...values: string[]) => {
    const lines = values.map((value) => `{"a":${value},"c":1}\n`);
    const { events } = await scanFast(Buffer.from(lines.join('')), inner);
    return events.filter(({ source }) => isOfUse(source)).map(({ line }) => line);
  };
  expect(await find('{"b":"x"}', '{"b":"needle"}', '{"b":["x","needle"]}')).toEqual([2, 3]);
  expect(await find('[{"b":"x"}]', '[{"b":"x"},{"b":"needle"}]', '[]')).toEqual([2]);
  expect(await find('null', '{"b":"needle"}', 'null', '[{"b":"needle"}]', '"needle"')).toEqual([
    2, 4,
  ]);
});

it('keeps no more than a hundred wrong lines and counts the others', async () => {
  const { report } = await scan('x\n'.repeat(250));
  expect(report.wrongCount).toBe(250);
  expect(report.wrongLines).toHaveLength(100);
});

it('finds a field that is called as what sets a prototype', async () => {
  const named = parseEql('any where __proto__.a == "needle"');
  const { events } = await scanFast(Buffer.from('{"__proto__":{"a":"needle"}}\n'), named);
  expect(events.map(({ source }) => Object.keys(source))).toEqual([['__proto__']]);
});

it('gives the line as it stands when asked to', async () => {
  const { events } = await scan('{ "a":\t"needle" }\r\n');
  expect(events.map(({ text }) => text)).toEqual(['{ "a":\t"needle" }\r']);
});

it('finds nothing in nothing', async () => {
  const { events, report } = await scan('');
  expect(events).toEqual([]);
  expect(report).toMatchObject({ bytes: 0, lines: 0, wrongCount: 0 });
});
