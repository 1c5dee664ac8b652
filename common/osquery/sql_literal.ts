/** What a field of an event can hold, as JSON has it. */
export type JsonScalar = string | number | boolean;

/** Text that reads as SQLite's own way of writing an integer; `007`, `+1` and `1e5` do not. */
const CANONICAL_INTEGER = /^(?:0|-?[1-9]\d{0,18})$/;
/** With the flag `u` a surrogate only matches where it is not half of a pair. */
const LONE_SURROGATE = /\p{Cs}/u;
const LARGEST_INTEGER = 2n ** 63n - 1n;

/** Whether SQL text can hold the value: SQLite stops reading at NUL, and UTF-8 has no lone surrogates. */
export const isWritable = (value: JsonScalar): boolean =>
  typeof value === 'string'
    ? !value.includes('\0') && !LONE_SURROGATE.test(value)
    : typeof value === 'boolean' || Number.isFinite(value);

/**
 * A value as SQL outside quotes. Text that is a plain integer becomes a number, because ECS keeps ids as text and
 * Osquery as integers; Kibana fills such a placeholder with the same characters.
 * @param value one that `isWritable`
 */
export const toSqlLiteral = (value: JsonScalar): string => {
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number') return toNumberLiteral(String(value));
  return isInteger(value) ? toNumberLiteral(value) : toTextLiteral(value);
};

/** Text in single quotes, whatever it looks like. The result never holds `{{`, and evaluates to exactly `text`. */
export const toTextLiteral = (text: string): string => {
  const quoted = `'${text.replaceAll("'", "''")}'`;
  if (!quoted.includes('{{')) return quoted;
  // Kibana's server fills `{{…}}` once more. A chain of || would pass SQLite's depth limit for `{{{{{…`.
  const wedge = findAbsentCharacter(text);
  const wedged = quoted.replaceAll(/\{(?=\{)/g, `{${wedge}`);
  return `replace(${wedged}, '${wedge}', '')`;
};

/** The minus of a negative number must not meet another one of the query: `--` begins a comment. */
const toNumberLiteral = (digits: string): string =>
  digits.startsWith('-') ? `(${digits})` : digits;

const isInteger = (text: string): boolean => {
  if (!CANONICAL_INTEGER.test(text)) return false;
  const value = BigInt(text);
  return value <= LARGEST_INTEGER && value >= -LARGEST_INTEGER - 1n;
};

const findAbsentCharacter = (text: string): string => {
  const present = new Set(text);
  for (let code = '|'.charCodeAt(0); ; code += 1) {
    const character = String.fromCodePoint(code);
    if (!present.has(character) && !LONE_SURROGATE.test(character)) return character;
  }
};
