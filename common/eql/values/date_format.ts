import { parseEpochInstant, parseIsoInstant, toInstantRange } from './parse_instant';
import type { DateParts, InstantRange } from './parse_instant';
import { parseDefaultDate } from './date_type';
import type { ParseDate } from './date_type';

/**
 * Prepares reading dates as the `format` of a mapping says: alternatives between `||`, each the name of a built-in
 * format or a pattern of Java's letters. What no alternative reads is tried as an ordinary date.
 */
export const toDateParser = (format: string): ParseDate => {
  const parsers = [...format.split('||').map(toAlternative), parseDefaultDate];
  return (text) => {
    for (const parse of parsers) {
      const range = parse(text);
      if (range !== undefined) return range;
    }
    return undefined;
  };
};

const toAlternative = (format: string): ParseDate => {
  if (format === 'epoch_millis') return parseEpochInstant;
  if (format === 'epoch_second') return parseEpochSecond;
  if (format === 'basic_date') return toPatternParser('yyyyMMdd');
  return /^[a-z0-9_]+$/.test(format) && format.includes('_')
    ? parseIsoInstant
    : toPatternParser(format);
};

const parseEpochSecond: ParseDate = (text) => {
  const [, seconds, fraction = ''] = /^(-?\d{1,12})(?:\.(\d{1,9}))?$/.exec(text) ?? [];
  if (seconds === undefined) return undefined;
  const first = BigInt(seconds) * 1_000_000_000n + BigInt(fraction.padEnd(9, '0'));
  return { first, last: fraction === '' ? first + 999_999_999n : first };
};

type Part = keyof DateParts;

/** A part of a pattern: a run of one letter, a quoted text, or one other character. */
const PIECE = /([A-Za-z])\1*|'((?:[^']|'')*)'|[^]/g;
const PARTS: Readonly<Record<string, { part: Part; digits: (width: number) => string }>> = {
  y: { part: 'year', digits: () => '\\d{4}' },
  u: { part: 'year', digits: () => '\\d{4}' },
  M: { part: 'month', digits: (width) => (width === 1 ? '\\d{1,2}' : '\\d{2}') },
  d: { part: 'day', digits: (width) => (width === 1 ? '\\d{1,2}' : '\\d{2}') },
  H: { part: 'hour', digits: (width) => (width === 1 ? '\\d{1,2}' : '\\d{2}') },
  m: { part: 'minute', digits: (width) => (width === 1 ? '\\d{1,2}' : '\\d{2}') },
  s: { part: 'second', digits: (width) => (width === 1 ? '\\d{1,2}' : '\\d{2}') },
  S: { part: 'fraction', digits: (width) => `\\d{${Math.min(width, 9)}}` },
  X: { part: 'zone', digits: () => 'Z|[+-]\\d\\d(?::?\\d\\d)?' },
  x: { part: 'zone', digits: () => '[+-]\\d\\d(?::?\\d\\d)?' },
  Z: { part: 'zone', digits: () => 'Z|[+-]\\d\\d(?::?\\d\\d)?' },
};

/** A pattern with letters we do not know reads nothing, so that the ordinary date is tried. */
const toPatternParser = (pattern: string): ParseDate => {
  const parts: Part[] = [];
  let source = '';
  for (const [piece, letter, quoted] of pattern.matchAll(PIECE)) {
    const known = letter === undefined ? undefined : PARTS[letter];
    if (letter !== undefined && known === undefined) return () => undefined;
    if (known !== undefined) {
      parts.push(known.part);
      source += `(${known.digits(piece.length)})`;
    } else source += toLiteral(quoted === undefined ? piece : quoted.replaceAll("''", "'") || "'");
  }
  const regex = new RegExp(`^${source}$`);
  return (text) => toRange(regex.exec(text), parts);
};

/** `[` and `]` enclose what may be left out. */
const toLiteral = (text: string): string => {
  if (text === '[') return '(?:';
  if (text === ']') return ')?';
  return text.replace(/[.*+?^${}()|\\/]/g, '\\$&');
};

const toRange = (
  found: RegExpExecArray | null,
  parts: readonly Part[]
): InstantRange | undefined => {
  if (found === null) return undefined;
  const read: { -readonly [Key in Part]?: string | undefined } = {};
  for (const [index, part] of parts.entries()) read[part] = found[index + 1];
  return toInstantRange({ ...read, year: read.year ?? '1970' });
};
