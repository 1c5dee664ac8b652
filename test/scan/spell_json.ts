import type { Random } from '../eql/random';

/**
 * Writes a value as JSON in one of the many ways that mean the same: odd spacing, escapes that need not be, numbers with
 * exponents, keys that stand twice of which the last counts.
 */
export const spellJson = (value: unknown, random: Random): string =>
  // One that seldom escapes, since one escape is enough for a line to be looked at closely.
  spellValue(value, { random, oddity: random.pick([0, 0, 0, 1, 8]) });

interface Spelling {
  readonly random: Random;
  /** How many of 12 characters are written as escapes. */
  readonly oddity: number;
}

const spellValue = (value: unknown, spelling: Spelling): string => {
  const { random } = spelling;
  const spell = (inner: unknown): string =>
    `${blanks(random)}${spellValue(inner, spelling)}${blanks(random)}`;
  if (typeof value === 'string') return spellText(value, spelling);
  if (typeof value === 'number') return spellNumber(value, random);
  if (Array.isArray(value)) return `[${value.map(spell).join(',') || blanks(random)}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).flatMap(([key, inner]) => {
    const name = `${blanks(random)}${spellText(key, spelling)}${blanks(random)}`;
    const isTwice = random.below(12) === 0;
    const decoy = random.pick(DECOYS);
    return [...(isTwice ? [`${name}:${decoy}`] : []), `${name}:${spell(inner)}`];
  });
  return `{${members.join(',') || blanks(random)}}`;
};

const DECOYS = ['"sh"', '{"a":"process","d":"sh"}', '["a",{"e":"B"}]', '1e2', 'null'];

/** Lines are not broken, since a newline ends an event. */
const blanks = (random: Random): string =>
  random.below(6) === 0 ? random.pick([' ', '\t', '\r', '  \t ', ' '.repeat(40)]) : '';

const spellText = (text: string, { random, oddity }: Spelling): string => {
  const spelled = Array.from({ length: text.length }, (_, index) => {
    const unit = text.charAt(index);
    if (random.below(12) < oddity) return toEscape(unit, random);
    if (unit === '/' && random.below(3) === 0) return '\\/';
    return /[\ud800-\udfff]/.test(unit) ? unit : JSON.stringify(unit).slice(1, -1);
  });
  // A lone half of a pair can only be written as an escape.
  return `"${spelled.join('')}"`.replace(LONE_HALF, (unit) => toEscape(unit, random));
};

const LONE_HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const toEscape = (unit: string, random: Random): string => {
  const hex = unit.charCodeAt(0).toString(16).padStart(4, '0');
  return `\\u${random.below(2) === 0 ? hex : hex.toUpperCase()}`;
};

const spellNumber = (value: number, random: Random): string => {
  const spellings = [JSON.stringify(value), `${value * 10}e-1`, `${value}E+0`, `${value}e0`];
  return random.pick(Number.isInteger(value) ? [...spellings, `${value}.0`] : spellings);
};

/** Spoils a line, mostly so that it is no JSON any more. */
export const spoilLine = (line: Buffer, random: Random): Buffer => {
  const at = random.below(line.length);
  const odd = random.pick([
    [0xff],
    [0xe2, 0x22],
    [0xed, 0xa0, 0x80],
    [0x00],
    [0x1f],
    [0x22],
    [0x5c],
    [0x7b],
    [0x5d],
    [0x2c],
    [0xc2, 0xa0],
    [0xef, 0xbb, 0xbf],
    [0x30],
    [0x2d],
  ]);
  const piece = Buffer.from(odd);
  switch (random.below(4)) {
    case 0:
      return line.subarray(0, at);
    case 1:
      return Buffer.concat([line.subarray(0, at), piece, line.subarray(at)]);
    case 2:
      return Buffer.concat([line.subarray(0, at), piece, line.subarray(at + 1)]);
    default:
      return Buffer.from(
        random.pick([
          '[1]',
          '"text"',
          '1',
          'null',
          '{',
          '}',
          '{"a":"sh"}{}',
          "{'a':1}",
          'sh',
          '{"a":"sh",}',
        ])
      );
  }
};
