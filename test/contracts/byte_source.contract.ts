import { expect, test } from 'vitest';
import type { ByteSource } from '../../engines/scan/source/byte_source';

/**
 * What every source of bytes must do.
 * @param open gives one that holds these bytes
 */
export const byteSourceContract = (open: (bytes: Buffer) => Promise<ByteSource>): void => {
  const bytes = Buffer.from(Array.from({ length: 40_000 }, (_, n) => `{"line":${n}}`).join('\n'));
  const readAll = async (source: ByteSource, size: number): Promise<Buffer> => {
    const pieces: Buffer[] = [];
    for (;;) {
      const target = Buffer.alloc(size);
      const count = await source.read(target);
      expect(count).toBeLessThanOrEqual(size);
      if (count === 0) return Buffer.concat(pieces);
      pieces.push(target.subarray(0, count));
    }
  };

  test.each([7777, 1_000_000])('gives all bytes in order, at most %i at a time', async (size) => {
    const source = await open(bytes);
    expect((await readAll(source, size)).equals(bytes)).toBe(true);
    expect(await source.read(Buffer.alloc(10))).toBe(0);
    await source.close();
  });

  test('has no bytes where there are none', async () => {
    const source = await open(Buffer.alloc(0));
    expect(await source.read(Buffer.alloc(10))).toBe(0);
    await source.close();
  });

  test('says where the bytes are from, and no wrong size', async () => {
    const source = await open(bytes);
    expect(source.name).toMatch(/\w/);
    expect([undefined, bytes.length]).toContain(source.size);
    await source.close();
  });
};
