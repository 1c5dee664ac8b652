import { describe, expect, it } from 'vitest';
import { toAuditChunk } from './audit_chunk';
import { decodeBytes, decodeValue } from './decode_value';

const decode = (written: string | Buffer): string | undefined => {
  const chunk = toAuditChunk(Buffer.from(written));
  return decodeValue(chunk, 0, chunk.bytes.length);
};

describe('decodeValue', () => {
  it.each([
    ['a quoted value', '"/usr/bin/dash"', '/usr/bin/dash'],
    ['an empty quoted value', '""', ''],
    ['a quoted value of many characters', `"${'x'.repeat(5000)}"`, 'x'.repeat(5000)],
    ['hexadecimal digits', '77686F616D69', 'whoami'],
    ['hexadecimal digits of UTF-8', '67C3B6C39F65', 'göße'],
    ['small hexadecimal digits', '2d6c61', '-la'],
    ['a bare word', 'cron', 'cron'],
    ['an odd number of hexadecimal digits as a bare word', 'abc', 'abc'],
    ['a quoted value that looks hexadecimal', '"77686F"', '77686F'],
    ['a value copied out of a JSON text', '\\"/usr/bin/dash\\"', '/usr/bin/dash'],
    ['a value copied out of a web page', '&quot;77686F&quot;', '77686F'],
    ['a value out of a word processor', '“-c”', '-c'],
    ['a value between two closing quotes', '”-c”', '-c'],
    ['half of such quotes as they stand', '\\"x', '\\"x'],
    ['a quoted value with such quotes in it', '"&quot;x&quot;"', '&quot;x&quot;'],
    ['a name auditd wrote in UTF-8', '"jürgen"', 'jürgen'],
  ])('reads %s', (_what, written, value) => {
    expect(decode(written)).toBe(value);
  });

  it.each(['(null)', '(none)', '?'])('takes %s for absent', (written) => {
    expect(decode(written)).toBeUndefined();
  });

  it('keeps a program that is really called (null)', () => {
    expect(decode('"(null)"')).toBe('(null)');
  });

  it('replaces bytes that are not UTF-8', () => {
    expect(decode('FF41FE')).toBe('\ufffdA\ufffd');
    expect(decode(Buffer.from([0x22, 0x61, 0xff, 0x22]))).toBe('a\ufffd');
  });

  it('decodes values longer than any before', () => {
    expect(decode('41'.repeat(30_000))).toBe('A'.repeat(30_000));
  });
});

describe('decodeBytes', () => {
  it('gives the bytes of a piece that ends within a character', () => {
    const chunk = toAuditChunk(Buffer.from('67C3'));
    expect([...decodeBytes(chunk, 0, 4)]).toEqual([0x67, 0xc3]);
  });

  it('gives a copy that later values do not change', () => {
    const chunk = toAuditChunk(Buffer.from('4142 4344'));
    const first = decodeBytes(chunk, 0, 4);
    decodeBytes(chunk, 5, 9);
    expect(first.toString()).toBe('AB');
  });
});
