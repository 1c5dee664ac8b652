import { expect, it } from 'vitest';
import { assembleWat } from './assemble_wat';
import { parseWat } from './parse_wat';
import { toSigned, toUnsigned } from './wasm_bytes';

it('reads nested lists and leaves comments out', () => {
  expect(parseWat('(a "x y" (b 1)) ;; c)\n(d)')).toEqual([['a', '"x y"', ['b', '1']], ['d']]);
});

it.each(['(a', 'a)'])('refuses %j, whose brackets do not match', (text) => {
  expect(() => parseWat(text)).toThrow(SyntaxError);
});

it('writes a module as the specification has it', () => {
  const bytes = assembleWat(
    '(func $f (param $a i32) (result i32) (i32.add (local.get $a) (i32.const -1)))'
  );
  expect([...bytes.subarray(0, 8)]).toEqual([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
  expect(Buffer.from(bytes).toString('hex')).toContain(
    '0a09010700' + '2000' + '417f' + '6a' + '0b'
  );
});

it.each([
  ['an instruction', '(func $f (i32.dance))'],
  ['a local', '(func $f (local.get $b))'],
  ['a label', '(func $f (br $b))'],
  ['a function', '(func $f (call $g))'],
  ['a type', '(func $f (param $a f16))'],
  ['a form', '(memory 1)'],
])('refuses %s that it does not know', (_what, text) => {
  expect(() => assembleWat(text)).toThrow(SyntaxError);
});

it('writes numbers in LEB128', () => {
  expect(toUnsigned(624485)).toEqual([0xe5, 0x8e, 0x26]);
  expect(toSigned(-123456n)).toEqual([0xc0, 0xbb, 0x78]);
  expect(toSigned(64n)).toEqual([0xc0, 0x00]);
});
