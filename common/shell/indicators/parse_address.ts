/** An address as numbers: four of 8 bits, or eight of 16. */
export interface ParsedAddress {
  readonly version: 4 | 6;
  readonly groups: readonly number[];
}

/** Parses an IPv4 or IPv6 address; undefined when the text is none. */
export const parseAddress = (text: string): ParsedAddress | undefined => {
  if (!text.includes(':')) {
    const groups = parseShort(text);
    return groups && { version: 4, groups };
  }
  const groups = parseLong(text.toLowerCase());
  return groups && { version: 6, groups };
};

const parseShort = (text: string): readonly number[] | undefined => {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return undefined;
  const groups = text.split('.').map(Number);
  return groups.every((group) => group <= 255) ? groups : undefined;
};

const parseLong = (text: string): readonly number[] | undefined => {
  if (text.length > 45) return undefined;
  const tail = text.slice(text.lastIndexOf(':') + 1);
  const short = tail.includes('.') ? parseShort(tail) : undefined;
  if (tail.includes('.') && short === undefined) return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = short ?? [];
  const plain =
    short === undefined ? text : `${text.slice(0, -tail.length)}${toHex(a, b)}:${toHex(c, d)}`;
  const halves = plain.split('::');
  if (halves.length > 2) return undefined;
  const [before = [], after = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - before.length - after.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const groups = [...before, ...Array<string>(missing).fill('0'), ...after];
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/.test(group))) return undefined;
  return groups.map((group) => parseInt(group, 16));
};

const toHex = (high: number, low: number): string => ((high << 8) | low).toString(16);
