/**
 * Order of keywords: by UTF-8 bytes, which is the order of code points. JavaScript's `<` compares UTF-16 units,
 * which puts characters beyond U+FFFF before U+E000–U+FFFF.
 */
export const compareCodePoints = (a: string, b: string): number => {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return toRank(left) - toRank(right);
  }
  return a.length - b.length;
};

/** Moves surrogates behind all other units. */
const toRank = (unit: number): number =>
  unit < 0xd800 ? unit : unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
