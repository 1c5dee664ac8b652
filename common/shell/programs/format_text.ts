import { decodeEscapes } from '../decode/decode_escapes';

const DIRECTIVE = /%(?:%|[-+ 0#]*(?:\d{1,3}|\*)?(?:\.\d{0,3})?([sbcdiouxXq]))/g;

/** `printf`: the format is used again as long as there are values. */
export const formatText = (
  format: string,
  values: readonly string[],
  maxLength: number
): string => {
  let text = '';
  let used = 0;
  do {
    const before = used;
    text += decodeEscapes(
      format.replace(DIRECTIVE, (_, letter?: string) => {
        if (letter === undefined) return '%';
        const value = values[used++] ?? '';
        if (letter === 'b') return value;
        // The backslashes of a value are no escapes.
        return toArgument(letter, value).replace(/\\/g, '\\\\');
      }),
      'echo'
    );
    if (used === before) break;
  } while (used < values.length && text.length < maxLength);
  return text.slice(0, maxLength);
};

const toArgument = (letter: string, value: string): string => {
  const number = /^(?:0x[0-9a-fA-F]{1,8}|\d{1,9})$/.test(value) ? Number(value) : 0;
  switch (letter) {
    case 'c':
      return value.slice(0, 1);
    case 'd':
    case 'i':
    case 'u':
      return String(number);
    case 'o':
      return number.toString(8);
    case 'x':
      return number.toString(16);
    case 'X':
      return number.toString(16).toUpperCase();
    default:
      return value;
  }
};
