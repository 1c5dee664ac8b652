import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_LINE, LineSplitter } from './line_splitter';

interface Split {
  lines: { line: string; offset: number }[];
  longLines: number;
  position: number;
}

const split = (chunks: readonly Buffer[], end = false): Split => {
  const result: Split = { lines: [], longLines: 0, position: 0 };
  const splitter = new LineSplitter(
    ({ text }, start, stop, offset) => result.lines.push({ line: text.slice(start, stop), offset }),
    () => result.longLines++
  );
  for (const chunk of chunks) splitter.push(chunk);
  if (end) splitter.end();
  return { ...result, position: splitter.position };
};

const cut = (bytes: Buffer, places: readonly number[]): Buffer[] => {
  const ends = [...places.map((place) => place % (bytes.length + 1)), bytes.length].sort(
    (a, b) => a - b
  );
  return ends.map((stop, index) => bytes.subarray(ends[index - 1] ?? 0, stop));
};

describe('LineSplitter', () => {
  it('gives the same lines however the bytes arrive', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z ]{0,40}$/)),
        fc.array(fc.nat()),
        (lines, places) => {
          const text = lines.map((line) => `${line}\n`).join('');
          const found = split(cut(Buffer.from(text), places));
          expect(found.lines.map(({ line }) => line)).toEqual(lines);
          for (const { line, offset } of found.lines) {
            expect(text.slice(offset, offset + line.length + 1)).toBe(`${line}\n`);
          }
          expect(found.position).toBe(text.length);
        }
      )
    );
  });

  it('keeps a line without end for the next bytes', () => {
    expect(split([Buffer.from('one\ntw'), Buffer.from('o')])).toMatchObject({
      lines: [{ line: 'one', offset: 0 }],
      position: 4,
    });
    expect(split([Buffer.from('one\ntw'), Buffer.from('o')], true)).toMatchObject({
      lines: [
        { line: 'one', offset: 0 },
        { line: 'two', offset: 4 },
      ],
      position: 7,
    });
  });

  it('passes over a line that is too long, within one chunk and over many', () => {
    const long = 'x'.repeat(LONGEST_LINE + 1);
    const bytes = Buffer.from(`a\n${long}\nb\n`);
    for (const chunks of [[bytes], cut(bytes, [1, 10_000, 40_000, LONGEST_LINE + 2])]) {
      expect(split(chunks)).toMatchObject({
        lines: [
          { line: 'a', offset: 0 },
          { line: 'b', offset: long.length + 3 },
        ],
        longLines: 1,
      });
    }
  });

  it('reads the longest line allowed', () => {
    const { lines, longLines } = split([Buffer.from(`${'x'.repeat(LONGEST_LINE)}\n`)]);
    expect([lines.length, longLines]).toEqual([1, 0]);
  });

  it('does not keep the bytes of a line without end', () => {
    const splitter = new LineSplitter(
      () => undefined,
      () => undefined
    );
    const chunk = Buffer.alloc(1024 * 1024, 'x');
    const before = process.memoryUsage().arrayBuffers;
    for (let i = 0; i < 64; i++) splitter.push(chunk);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(8 * 1024 * 1024);
  });
});
