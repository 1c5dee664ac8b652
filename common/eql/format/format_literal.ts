import type { Literal } from '../ast';
import { KEYWORDS } from '../lexer/keywords';

export const formatLiteral = (literal: Literal): string => {
  switch (literal.kind) {
    case 'string':
      return formatString(literal.value);
    case 'number':
      return literal.digits;
    case 'boolean':
      return String(literal.value);
    case 'null':
      return 'null';
  }
};

/** Raw where backslashes would need doubling, as in paths and regular expressions. */
const formatString = (value: string): string =>
  value.includes('\\') && !/["\r\n]/.test(value) ? `"""${value}"""` : `"${escape(value)}"`;

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\b', '\\b'],
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\f', '\\f'],
  ['\r', '\\r'],
  ['"', '\\"'],
  ['\\', '\\\\'],
]);

const escape = (value: string): string =>
  value.replace(
    /["\\\p{Cc}]/gu,
    (character) =>
      ESCAPES.get(character) ?? `\\u{${character.charCodeAt(0).toString(16).padStart(2, '0')}}`
  );

const isPlainName = (name: string): boolean =>
  /^[A-Za-z_@][A-Za-z0-9_]*$/.test(name) && !KEYWORDS.has(name);

/** Parts that are no plain names stand in back quotes. */
export const formatFieldName = (name: string): string => {
  const parts = name.split('.');
  if (parts.includes('')) return toQuotedName(name);
  return parts.map((part) => (isPlainName(part) ? part : toQuotedName(part))).join('.');
};

export const formatCategory = (name: string): string =>
  isPlainName(name) ? name : formatString(name);

const toQuotedName = (name: string): string => `\`${name.replaceAll('`', '``')}\``;
