import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findGaps } from './find_gaps';
import { createShapeBook } from './shape_book';
import { createKernel } from '../simd/create_kernel';
import { FIRST_BYTE } from '../simd/memory_layout';

type Line = string | Buffer;

/** Puts a line where lines begin, with bytes around it that must not be seen. */
const createReader = () => {
  const kernel = createKernel();
  const book = createShapeBook(kernel, (gaps) => gaps);
  const put = (line: Line): number => {
    const bytes = Buffer.concat([Buffer.from(line), Buffer.from('\n')]);
    kernel.grow(FIRST_BYTE + bytes.length + 64);
    kernel.bytes.fill(0x22, FIRST_BYTE - 32, FIRST_BYTE + bytes.length + 64);
    kernel.bytes.set(bytes, FIRST_BYTE);
    return FIRST_BYTE + bytes.length;
  };
  /** Whether the line has a known shape. All that is known of it must be so. */
  const isKnown = (line: Line, isToLearn = true): boolean => {
    const end = put(line);
    const shape = book.find(FIRST_BYTE);
    if (shape === undefined) {
      if (isToLearn && isObject(line)) book.learn(FIRST_BYTE, end);
      return false;
    }
    expect(isObject(line)).toBe(true);
    expect(kernel.toLine(shape.length)).toBe(end);
    const found = shape.use.map((gap) => ({
      ...gap,
      start: kernel.toLine(gap.start) - FIRST_BYTE,
      end: kernel.toLine(gap.end) - FIRST_BYTE,
    }));
    expect(found).toEqual(findGaps(kernel, FIRST_BYTE));
    return true;
  };
  const isTold = (line: Line): boolean => {
    put(line);
    return findGaps(kernel, FIRST_BYTE) !== undefined;
  };
  return { isKnown, isTold };
};

const isObject = (line: Line): boolean => {
  try {
    const value: unknown = JSON.parse(line.toString());
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
};

const filler = fc.constantFrom(
  ...['', 'x', '\\"', '\\\\', '\\u00e9', '\\u00e', '\\', '"', '\t', '\u0000', '\u007f'],
  ...['{', '}', ':1,', '","k":"', 'é', ' ', '!']
);
const string = fc
  .tuple(fc.nat(140), filler, fc.nat(70), filler)
  .map(([before, a, between, b]) => `"${'x'.repeat(before)}${a}${'y'.repeat(between)}${b}"`);
const shortString = fc.constantFrom('""', '"a"', '"b"', '"ab"', '"\\n"', '"\\u0061"', '"\\u006"');
const number = fc.stringMatching(/^-?[0-9]{1,4}(\.[0-9]{0,3})?([eE][+-]?[0-9]{0,3})?$/);
const digits = fc.stringMatching(/^[-.0-9]{1,70}$/);
const word = fc.constantFrom('true', 'false', 'null', 'nul', '1 2', '1 ', ' 1', '', '0', '00', '-');
const scalar = fc.oneof(string, shortString, number, digits, word);
const array = fc.array(scalar, { maxLength: 3 }).map((items) => `[${items.join()}]`);
const key = fc.constantFrom('"k"', '"k"', '"l"', '"\\u006b"', '"k.l"', '"é"', '""', ' "k" ');

const { object } = fc.letrec<{ object: string; value: string }>((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, scalar, scalar, array, tie('object')),
  object: fc
    .array(fc.tuple(key, tie('value')), { maxLength: 4 })
    .map((members) => `{${members.map(([name, value]) => `${name}:${value}`).join()}}`),
}));

/** One line of a shape after the other: values change, and now and then something else. */
const similar = fc
  .tuple(fc.array(key, { minLength: 1, maxLength: 4 }), fc.nat(3), fc.boolean())
  .chain(([keys, depth, isClosed]) =>
    fc.array(
      fc
        .array(fc.oneof(string, shortString, number, digits, word, array, object), {
          minLength: keys.length,
          maxLength: keys.length,
        })
        .map((values) => {
          const members = values.map((value, index) => `"${index}":${value}`).join();
          return `${'{"d":'.repeat(depth)}{${members}${'}'.repeat(depth + Number(isClosed))}`;
        }),
      { minLength: 1, maxLength: 12 }
    )
  );

it('takes a line by its own text, however much it is like lines that were taken before', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(similar, similar, fc.array(object)), { maxLength: 4 }),
      (lines) => {
        const { isKnown, isTold } = createReader();
        for (const line of lines.flat()) {
          if (!isKnown(line) && isObject(line)) expect(isKnown(line)).toBe(isTold(line));
        }
      }
    ),
    { numRuns: 3000, seed: 7 }
  );
});

it('knows lines that differ in nothing but values', () => {
  const { isKnown } = createReader();
  const first = '{"a":{"b":1,"c":"x"},"d":["y",{"e":2}],"f":null,"g":{}}';
  expect(isKnown(first)).toBe(false);
  expect(isKnown(first)).toBe(true);
  expect(isKnown('{"a":{"b":-10.5e3,"c":"longer \\" than x"},"d":[],"f":"é","g":{}}')).toBe(true);
  expect(isKnown('{"a":{"b":[[1]],"c":""},"d":"y","f":true,"g":{}}')).toBe(true);
  // A key less, one more, another, and another order.
  expect(isKnown('{"a":{"b":1},"d":["y",{"e":2}],"f":null,"g":{}}')).toBe(false);
  expect(isKnown('{"a":{"b":1,"c":"x"},"d":["y",{"e":2}],"f":null,"g":{},"h":1}')).toBe(false);
  expect(isKnown('{"a":{"b":1,"x":"x"},"d":["y",{"e":2}],"f":null,"g":{}}')).toBe(false);
  expect(isKnown('{"a":{"c":"x","b":1},"d":["y",{"e":2}],"f":null,"g":{}}')).toBe(false);
  for (const known of [
    '{"a":{"b":7},"d":0,"f":1,"g":{}}',
    '{"a":{"b":7,"c":"xyz"},"d":0,"f":1,"g":{},"h":2}',
    '{"a":{"b":7,"x":"xyz"},"d":0,"f":1,"g":{}}',
    '{"a":{"c":"xyz","b":7},"d":0,"f":1,"g":{}}',
    first,
  ])
    expect(isKnown(known)).toBe(true);
});

it('takes any byte in the place of another only where JSON does', () => {
  const { isKnown } = createReader();
  const line = Buffer.from('{"a":"x\\u00e9y\\n\\\\é","b":[12.5e1,"z"],"c":true} ');
  isKnown(line);
  let count = 0;
  for (let place = 0; place < line.length; place += 1) {
    for (let byte = 0; byte < 256; byte += 1) {
      const spoiled = Buffer.from(line);
      spoiled[place] = byte;
      // Others are not learned, so that each is held against the one line.
      if (byte !== 10 && isKnown(spoiled, false)) count += 1;
    }
  }
  expect(count).toBeGreaterThan(1000);
});

it('knows a number with more digits than the shape has, wherever it stands', () => {
  for (let before = 0; before < 140; before += 1) {
    const { isKnown } = createReader();
    const toLine = (value: string): string => `{"a":"${'x'.repeat(before)}","b":${value},"c":1}`;
    isKnown(toLine('1'));
    for (const value of ['2', '12', '123.5', '1e5', '-1', 'null']) {
      expect(isKnown(toLine(value))).toBe(true);
    }
  }
});

it.each([
  ['has a key twice in one object', '{"a":1,"\\u0061":2}'],
  ['has two spellings of one field', '{"a.b":1,"a":{"b":2}}'],
  ['has a key without a name', '{"a":{"":1}}'],
  ['is nested deeply', `${'{"a":'.repeat(150)}1${'}'.repeat(150)}`],
  ['is longer than a shape may be', `{"a":"${'x'.repeat(40_000)}"}`],
])('learns nothing from a line that %s', (_what, line) => {
  const { isKnown } = createReader();
  isKnown(line);
  expect(isKnown(line)).toBe(false);
});

it('forgets shapes that come no more when there are too many, and learns again after a rest', () => {
  const { isKnown } = createReader();
  const toLine = (key: number): string => `{"a":{"${key}":1}}`;
  for (let key = 0; key < 1_100; key += 1) isKnown(toLine(key));
  expect(isKnown(toLine(50))).toBe(false);
  for (let key = 0; key < 4_000; key += 1) isKnown(toLine(7));
  expect(isKnown(toLine(7))).toBe(true);
});

it('keeps its shapes while most lines have them', () => {
  const { isKnown } = createReader();
  for (let key = 0; key < 5_000; key += 1) {
    isKnown(`{"b${key}":1}`);
    for (const value of [1, 2, 3]) isKnown(`{"a":${value}}`);
  }
  expect(isKnown('{"a":4}')).toBe(true);
});

it('keeps the shapes of long lines as far as there is room', () => {
  const { isKnown } = createReader();
  const toLine = (key: number, value: string): string =>
    `{"${key}":"${value}","long":"${'x'.repeat(30_000)}"}`;
  for (let key = 0; key < 30; key += 1) expect(isKnown(toLine(key, 'a'))).toBe(false);
  expect(isKnown(toLine(0, 'b'))).toBe(true);
  expect(isKnown(toLine(16, 'b'))).toBe(true);
  expect(isKnown(toLine(29, 'b'))).toBe(false);
});
