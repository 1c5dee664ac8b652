import type { Readable } from 'node:stream';
import type { ByteSource } from './byte_source';
import { toFileError } from './to_file_error';

/** Reads what a stream gives. */
export const openStream = (name: string, stream: Readable): ByteSource => {
  const chunks: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  return {
    name,
    size: undefined,
    read: async (target) => {
      while (rest.length === 0) {
        const next = await chunks.next().catch((cause: unknown) => {
          throw toFileError(name, cause);
        });
        if (next.done === true) return 0;
        rest = next.value;
      }
      const count = rest.copy(target);
      rest = rest.subarray(count);
      return count;
    },
    close: async () => {
      stream.destroy();
    },
  };
};
