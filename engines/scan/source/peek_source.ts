import type { ByteSource } from './byte_source';

const PIECE = 64 * 1024;

/** Reads the beginning of a source until it is enough, and gives a source that begins with it all the same. */
export const peekSource = async (
  source: ByteSource,
  isEnough: (head: Buffer) => boolean
): Promise<{ readonly head: Buffer; readonly source: ByteSource }> => {
  let head: Buffer = Buffer.alloc(0);
  while (!isEnough(head)) {
    const piece = Buffer.alloc(PIECE);
    const count = await source.read(piece);
    if (count === 0) break;
    head = Buffer.concat([head, piece.subarray(0, count)]);
  }
  let rest = head;
  return {
    head,
    source: {
      ...source,
      read: async (target) => {
        if (rest.length === 0) return source.read(target);
        const count = rest.copy(target);
        rest = rest.subarray(count);
        return count;
      },
    },
  };
};
