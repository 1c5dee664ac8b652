import type { Kernel } from './simd/create_kernel';

/** Where a value stands that is no object, as offsets in a text; `end` exclusive. */
export interface Gap {
  readonly start: number;
  readonly end: number;
  /** The keys that lead to it. */
  readonly path: readonly string[];
}

const COMMA = 0x2c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const DEEPEST = 100;

/**
 * The values of a line that holds a valid object, in order. Arrays are one value each.
 * @returns undefined where a key stands twice in one object, since only one of the values counts, and for deep nesting
 */
export const findGaps = (kernel: Kernel, line: number): readonly Gap[] | undefined => {
  const { bytes } = kernel;
  const gaps: Gap[] = [];
  const skipBlanks = (from: number): number => {
    let at = from;
    while ((bytes[at] ?? 0) <= 0x20) at += 1;
    return at;
  };
  /** From behind the opening brace to behind the closing one; undefined where there are no gaps to be told. */
  const passMembers = (from: number, path: readonly string[]): number | undefined => {
    const keys = new Set<string>();
    let at = skipBlanks(from);
    while (bytes[at] !== CLOSE_BRACE) {
      const keyEnd = kernel.skipValue(at);
      const key = String(JSON.parse(bytes.toString('utf8', at, keyEnd)));
      if (keys.has(key)) return undefined;
      keys.add(key);
      const start = skipBlanks(skipBlanks(keyEnd) + 1);
      const end = passValue(start, [...path, key]);
      if (end === undefined) return undefined;
      at = skipBlanks(end);
      if (bytes[at] === COMMA) at = skipBlanks(at + 1);
    }
    return at + 1;
  };
  const passValue = (start: number, path: readonly string[]): number | undefined => {
    if (bytes[start] === OPEN_BRACE) {
      return path.length < DEEPEST ? passMembers(start + 1, path) : undefined;
    }
    const end = kernel.skipValue(start);
    gaps.push({ start: start - line, end: end - line, path });
    return end;
  };
  return passMembers(skipBlanks(line) + 1, []) === undefined ? undefined : gaps;
};
