import { Gunzip, Inflate, Unzlib } from 'fflate';

const STREAMS = { gzip: Gunzip, zlib: Unzlib, deflate: Inflate };
/** A byte can become a thousand: compressed bytes are given to the inflater in pieces that can be stopped between. */
const PIECE = 64;

/** Inflates at most `maxLength` bytes, as far as the data is sound. Undefined when there is nothing to be had. */
export const inflateBytes = (
  bytes: Uint8Array,
  format: 'gzip' | 'zlib' | 'deflate',
  maxLength: number
): { readonly bytes: Uint8Array; readonly isTruncated: boolean } | undefined => {
  const pieces: Uint8Array[] = [];
  let length = 0;
  const stream = new STREAMS[format]((piece) => {
    pieces.push(piece);
    length += piece.length;
  });
  try {
    for (let at = 0; at < bytes.length && length <= maxLength; at += PIECE) {
      stream.push(bytes.slice(at, at + PIECE), at + PIECE >= bytes.length);
    }
  } catch {
    // Cut or damaged data: what came before the damage is still worth showing.
  }
  if (length === 0) return undefined;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return { bytes: whole.slice(0, maxLength), isTruncated: length > maxLength };
};
