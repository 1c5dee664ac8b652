/** Decodes pairs of hexadecimal digits over blanks, colons and `\x`, as far as they go. */
export const decodeHex = (text: string): Uint8Array => {
  const digits = text.replace(/\\x|0x|[\s:,-]/g, '');
  const pairs = /^(?:[0-9A-Fa-f]{2})*/.exec(digits)?.[0] ?? '';
  return Uint8Array.from({ length: pairs.length / 2 }, (_, index) =>
    parseInt(pairs.slice(index * 2, index * 2 + 2), 16)
  );
};
