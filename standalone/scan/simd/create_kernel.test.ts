import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createKernel, FIRST_BYTE } from './create_kernel';

const kernel = createKernel();
const runs = { numRuns: 2000, seed: 7 };

/** Puts bytes where lines begin, with bytes of the same kind around them that must not be seen. */
const put = (bytes: Uint8Array, around: number): number => {
  kernel.grow(FIRST_BYTE + bytes.length + 64);
  kernel.bytes.fill(around, FIRST_BYTE - 32, FIRST_BYTE + bytes.length + 64);
  kernel.bytes.set(bytes, FIRST_BYTE);
  return FIRST_BYTE + bytes.length;
};

const fewKinds = fc
  .array(fc.constantFrom(10, 65, 200), { maxLength: 80 })
  .map((bytes) => Uint8Array.from(bytes));

it('finds and counts bytes as a plain loop does, wherever they stand', () => {
  fc.assert(
    fc.property(fewKinds, (bytes) => {
      const end = put(bytes, 10);
      const first = bytes.indexOf(10);
      expect(kernel.findByte(FIRST_BYTE, end, 10)).toBe(first === -1 ? end : FIRST_BYTE + first);
      expect(kernel.findByteBefore(FIRST_BYTE, end, 10)).toBe(FIRST_BYTE + bytes.lastIndexOf(10));
      expect(kernel.countByte(FIRST_BYTE, end, 10)).toBe(
        bytes.filter((byte) => byte === 10).length
      );
    }),
    runs
  );
});

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
  return kernel.findWrongLine(FIRST_BYTE, end) === end;
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

it('takes a line by its own text, however much it is like lines that were taken before', () => {
  // Strings and runs of digits are what lines of one shape differ in; their ends meet every place of a vector.
  const filler = fc.constantFrom(
    '',
    'x',
    '\\"',
    '\\\\',
    '\\u00e9',
    '\\u00e',
    '\\',
    '"',
    '\t',
    '{',
    ':1,',
    'é'
  );
  const string = fc
    .tuple(fc.nat(140), filler, fc.nat(70), filler)
    .map(([before, a, between, b]) => `"${'x'.repeat(before)}${a}${'y'.repeat(between)}${b}"`);
  const number = fc.stringMatching(/^-?[0-9]{1,4}(\.[0-9]{0,3})?([eE][+-]?[0-9]{0,3})?$/);
  const digits = fc.stringMatching(/^[-.0-9]{1,20}$/);
  const value = fc.oneof(
    string,
    string,
    number,
    number,
    digits,
    fc.constantFrom('[]', '{}', '1 2')
  );
  const line = fc
    .array(value, { minLength: 1, maxLength: 4 })
    .map((values) => `{${values.map((text) => `"k":${text}`).join()}}`);
  fc.assert(
    fc.property(line, (text) => {
      expect(takes(Buffer.from(text))).toBe(isObject(text));
    }),
    { ...runs, numRuns: 10_000 }
  );
});

it('takes and refuses lines of which more stands outside of strings than it has room for', () => {
  const pairs = '[0,{"a":1}],'.repeat(5_000);
  expect(takes(Buffer.from(`{"a":[${pairs}0]}`))).toBe(true);
  expect(takes(Buffer.from(`{"a":[${pairs}]}`))).toBe(false);
  expect(takes(Buffer.from(`{"a":[${pairs.slice(0, 12_000)}0]}`))).toBe(true);
  expect(takes(Buffer.from(`{"a":[${pairs.slice(0, 12_000)}]}`))).toBe(false);
});

it('finds the first wrong line among good ones', () => {
  const text = '{"a":1}\n\n  \r\n{"b":}\n{"c":2}\n';
  const end = put(Buffer.from(text), 0);
  expect(kernel.findWrongLine(FIRST_BYTE, end)).toBe(FIRST_BYTE + text.indexOf('{"b"'));
});

it('refuses, and survives, nesting that is deeper than its memory for it', () => {
  const deep = 70_000;
  expect(takes(Buffer.from(`{"a":${'['.repeat(deep)}${']'.repeat(deep)}}`))).toBe(false);
  expect(takes(Buffer.from(`{"a":${'['.repeat(1000)}${']'.repeat(1000)}}`))).toBe(true);
});
