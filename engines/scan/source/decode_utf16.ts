export type Utf16 = 'utf-16le' | 'utf-16be';

const MARKS: readonly (readonly [Utf16, Buffer])[] = [
  ['utf-16le', Buffer.of(0xff, 0xfe)],
  ['utf-16be', Buffer.of(0xfe, 0xff)],
];

/** By the mark at its beginning, as PowerShell and editors of Windows write it. */
export const findUtf16 = (head: Buffer): Utf16 | undefined =>
  MARKS.find(([, mark]) => head.subarray(0, mark.length).equals(mark))?.[0];

/** The same text in UTF-8, without the mark. */
export async function* decodeUtf16(
  pieces: AsyncIterable<Buffer>,
  encoding: Utf16
): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of pieces) {
    const text = Buffer.from(decoder.decode(piece, { stream: true }));
    if (text.length > 0) yield text;
  }
}
