import { expect, it } from 'vitest';
import { createFieldPicker } from './field_picker';
import { createKernel } from '../simd/create_kernel';
import { FIRST_BYTE } from '../simd/memory_layout';

const pick = (line: string, ...paths: string[]): unknown => {
  const kernel = createKernel();
  const bytes = Buffer.from(`${line}\n`);
  kernel.grow(FIRST_BYTE + bytes.length);
  kernel.bytes.set(bytes, FIRST_BYTE);
  const source = createFieldPicker(kernel, paths)?.pick(FIRST_BYTE);
  return source === undefined ? undefined : JSON.parse(JSON.stringify(source));
};

it.each([
  ['nested', '{"x":[1,{"a":2}],"a":{"b":"v","c":1},"b":2}', { a: { b: 'v' } }],
  ['dotted', '{"a.b":"v","a.c":1}', { 'a.b': 'v' }],
  [
    'in arrays of objects',
    '{"a":[{"b":1,"c":2},3,{"b":[true,null,["w"]]}]}',
    { a: [{ b: 1 }, null, { b: [true, null, ['w']] }] },
  ],
  ['twice: the last counts', '{"a":{"b":1},"a":{"b":2}}', { a: { b: 2 } }],
  ['twice, no object at last', '{"a":{"b":1},"a":"x"}', { a: null }],
  [
    'with escapes in keys and values',
    '{"\\u0061":{"b":"\\"\\u00e9\\/\\ud83d\\ude00"}}',
    { a: { b: '"é/😀' } },
  ],
  ['with blanks', ' {\t"a" : { "b" : [ 1 , 2 ] , "c" : 3 } , "d" : { } } ', { a: { b: [1, 2] } }],
  ['in numbers of any spelling', '{"a":{"b":[1e2,-0.5E-1]}}', { a: { b: [100, -0.05] } }],
  ['as an object, which is no value', '{"a":{"b":{"c":1}}}', { a: { b: null } }],
  ['not at all', '{"ab":1,"a ":2,"":3}', {}],
])('reads a field that stands %s', (_how, line, expected) => {
  expect(pick(line.trimStart(), 'a.b')).toEqual(expected);
});

it('compares keys of any length to their ends', () => {
  const name = 'k'.repeat(40);
  expect(pick(`{"${name}x":1,"${name.slice(1)}":2,"${name}":3}`, name)).toEqual({ [name]: 3 });
});

it('leaves a key that would set a prototype to others', () => {
  expect(createFieldPicker(createKernel(), ['a', 'b.__proto__.c'])).toBeUndefined();
});

it('leaves it to others when there are more fields than it has room for', () => {
  expect(
    createFieldPicker(
      createKernel(),
      Array.from({ length: 300 }, (_, index) => `f${index}`)
    )
  ).toBeUndefined();
  expect(createFieldPicker(createKernel(), ['f'.repeat(300)])).toBeUndefined();
});
