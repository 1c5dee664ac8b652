import type { Kernel } from '../simd/create_kernel';

/** Where a value stands that is no object, as offsets in a text; `end` exclusive. */
export interface Gap {
  readonly start: number;
  readonly end: number;
  /** The keys that lead to it, joined by dots: `{"a.b": 1}` equals `{"a": {"b": 1}}`. */
  readonly name: string;
  /** How many keys these are. */
  readonly depth: number;
}

const COMMA = 0x2c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const DEEPEST = 100;

/**
 * The values of a line that holds a valid object, in order. Arrays are one value each.
 * @returns undefined where the names do not tell what stands where: two are the same, perhaps of one key that stands twice,
 *   or a key is empty; and for deep nesting
 */
export const findGaps = (kernel: Kernel, line: number): readonly Gap[] | undefined => {
  const { bytes } = kernel;
  const gaps: Gap[] = [];
  const names = new Set<string>();
  const skipBlanks = (from: number): number => {
    let at = from;
    while ((bytes[at] ?? 0) <= 0x20) at += 1;
    return at;
  };
  const readKey = (start: number, end: number): string => {
    const text = bytes.toString('utf8', start + 1, end - 1);
    return text.includes('\\') ? String(JSON.parse(`"${text}"`)) : text;
  };
  /** From behind the opening brace to behind the closing one; undefined where the gaps can not be told. */
  const passMembers = (from: number, prefix: string, depth: number): number | undefined => {
    let at = skipBlanks(from);
    while (bytes[at] !== CLOSE_BRACE) {
      const keyEnd = kernel.skipValue(at);
      const key = readKey(at, keyEnd);
      const name = prefix + key;
      const start = skipBlanks(skipBlanks(keyEnd) + 1);
      const end = key === '' || names.has(name) ? undefined : passValue(start, name, depth);
      if (end === undefined) return undefined;
      at = skipBlanks(end);
      if (bytes[at] === COMMA) at = skipBlanks(at + 1);
    }
    return at + 1;
  };
  const passValue = (start: number, name: string, depth: number): number | undefined => {
    names.add(name);
    if (bytes[start] === OPEN_BRACE) {
      return depth < DEEPEST ? passMembers(start + 1, `${name}.`, depth + 1) : undefined;
    }
    const end = kernel.skipValue(start);
    gaps.push({ start: start - line, end: end - line, name, depth });
    return end;
  };
  return passMembers(skipBlanks(line) + 1, '', 1) === undefined ? undefined : gaps;
};
