import type { ByteSource } from './byte_source';

const PIECE = 256 * 1024;

/** What a source gives as a stream of buffers, and closes it at the end. */
export async function* readPieces(source: ByteSource): AsyncGenerator<Buffer> {
  try {
    for (;;) {
      const piece = Buffer.alloc(PIECE);
      const count = await source.read(piece);
      if (count === 0) return;
      yield piece.subarray(0, count);
    }
  } finally {
    await source.close();
  }
}
