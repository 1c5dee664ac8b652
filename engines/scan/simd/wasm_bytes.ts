/** LEB128 of a whole number that is not negative. */
export const toUnsigned = (value: number): number[] => {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 0x7f) {
    bytes.push((rest & 0x7f) | 0x80);
    rest >>>= 7;
  }
  return [...bytes, rest];
};

/** LEB128 of a whole number with sign, up to 64 bits. */
export const toSigned = (value: bigint): number[] => {
  const bytes: number[] = [];
  let rest = value;
  for (;;) {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    const isLast = rest === (low & 0x40 ? -1n : 0n);
    bytes.push(isLast ? low : low | 0x80);
    if (isLast) return bytes;
  }
};

/** How many, and then each of them. */
export const toVector = (items: readonly (readonly number[])[]): number[] => [
  ...toUnsigned(items.length),
  ...items.flat(),
];

/** An ASCII name with its length. */
export const toName = (text: string): number[] => [
  ...toUnsigned(text.length),
  ...[...text].map((char) => char.charCodeAt(0)),
];

export const concatBytes = (parts: readonly (readonly number[])[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(parts.flat());
