import { expect, it } from 'vitest';
import { toAuditChunk } from './audit_chunk';
import { FieldCursor } from './field_cursor';

const readAll = (text: string): [string, string][] => {
  const cursor = new FieldCursor();
  cursor.open(toAuditChunk(Buffer.from(text)), 0, text.length);
  const fields: [string, string][] = [];
  while (cursor.next()) fields.push([cursor.key(), cursor.raw()]);
  return fields;
};

it('reads fields on both sides of the byte that parts off the names', () => {
  expect(readAll('pid=7 uid=33 key="exec"\u001dUID="www-data"')).toEqual([
    ['pid', '7'],
    ['uid', '33'],
    ['key', '"exec"'],
    ['UID', '"www-data"'],
  ]);
});

it('reads names with a space in quotes as one value', () => {
  expect(readAll('GID="domain users" EGID="x"')).toEqual([
    ['GID', '"domain users"'],
    ['EGID', '"x"'],
  ]);
});

it('reads the fields inside the message of user space', () => {
  expect(readAll(`pid=1 msg='op=PAM:setcred acct="root" res=success'\u001dUID="root"`)).toEqual(
    [
      ['pid', '1'],
      ['msg', ''],
      ['op', 'PAM:setcred'],
      ['acct', '"root"'],
      ['res', 'success'],
      ['UID', '"root"'],
    ].map(([key, value]) => [key, key === 'msg' ? "'" : value])
  );
});

it('passes over words that are no fields', () => {
  expect(readAll('   nonsense a0="x"  =')).toEqual([
    ['a0', '"x"'],
    ['', ''],
  ]);
});

it('ends a value whose quote is missing with the record', () => {
  expect(readAll('exe="/usr/bin/da')).toEqual([['exe', '"/usr/bin/da']]);
});

it('tells numbers from what is none', () => {
  const cursor = new FieldCursor();
  cursor.open(toAuditChunk(Buffer.from('a=123 b=7ffdbf7f5850 c= d=-2 e=12x')), 0, 34);
  const numbers: number[] = [];
  while (cursor.next())
    numbers.push(cursor.key() === 'b' ? cursor.hexadecimal() : cursor.integer());
  expect(numbers).toEqual([123, 0x7ffdbf7f5850, Number.NaN, Number.NaN, Number.NaN]);
});
