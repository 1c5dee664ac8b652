import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createKernel } from './create_kernel';
import { FIRST_BYTE } from './memory_layout';

const kernel = createKernel();
const runs = { numRuns: 2000, seed: 7 };

/** Puts bytes where lines begin, with bytes of the same kind around them that must not be seen. */
const put = (bytes: Uint8Array, around: number): number => {
  kernel.grow(FIRST_BYTE + bytes.length + 64);
  kernel.bytes.fill(around, FIRST_BYTE - 32, FIRST_BYTE + bytes.length + 64);
  kernel.bytes.set(bytes, FIRST_BYTE);
  return FIRST_BYTE + bytes.length;
};

const isObject = (text: string): boolean => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return /^[ \t\r]*$/.test(text);
  }
};

const takes = (line: Buffer): boolean => {
  const end = put(Buffer.concat([line, Buffer.from('\n')]), 0x22);
  return kernel.skipLine(FIRST_BYTE) === end - 1;
};

it('takes the lines that JSON.parse takes, if they are objects or blank', () => {
  // Pieces of JSON in any order: some are valid, most nearly so.
  const piece = fc.constantFrom(
    ...[
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"a":',
      '{}',
      '[]',
      '1',
      '-0.5e+1',
      '01',
      '1.',
      '-',
      '.5',
      '1e',
    ],
    ...[
      'true',
      'fals',
      'null',
      '"\\u00e9"',
      '"\\u00g0"',
      '"\\x"',
      '"\\',
      '"',
      ' ',
      '\t',
      '\r',
      '\u00a0',
      '\u0001',
    ],
    ...['"é"', '"0123456789abcdef"', '"0123456789abcde\\n"', '{"a":1}', '{"a":[1,{"b":null}]}']
  );
  const line = fc.oneof(
    fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')),
    fc.array(piece, { maxLength: 5 }).map((pieces) => `{"k":${pieces.join('')}}`),
    fc.array(piece, { maxLength: 5 }).map((pieces) => `{"k":[${pieces.join('')}]}`),
    fc.json().map((json) => `{"k":${json}}`)
  );
  fc.assert(
    fc.property(line, (text) => {
      expect(takes(Buffer.from(text))).toBe(isObject(text));
    }),
    { ...runs, numRuns: 5000 }
  );
});

it('refuses, and survives, nesting that is deeper than its memory for it', () => {
  const deep = 70_000;
  expect(takes(Buffer.from(`{"a":${'['.repeat(deep)}${']'.repeat(deep)}}`))).toBe(false);
  expect(takes(Buffer.from(`{"a":${'['.repeat(1000)}${']'.repeat(1000)}}`))).toBe(true);
});
