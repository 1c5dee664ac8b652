import { strToU8 } from 'fflate';
import type { LayerKind } from '../command_reading';
import { decodeBase32, decodeBase64 } from '../decode/decode_base64';
import { decodeEscapes } from '../decode/decode_escapes';
import { decodeHex } from '../decode/decode_hex';
import { inflateBytes } from '../decode/inflate_bytes';
import { toUtf8 } from '../decode/to_utf8';
import { mapCharacters } from '../decode/map_characters';
import { findProgramAsked } from './find_program_asked';
import { formatText } from './format_text';

/** What a command writes, and how it decoded what it read, if it did. */
export interface Output {
  readonly bytes: Uint8Array;
  readonly kind?: LayerKind;
}

type Filter = (args: readonly string[], input: Uint8Array, maxLength: number) => Output | undefined;

const NUMERIC_ESCAPE = /\\(?:x|u|U|0|[0-7]{2,3})/;

const decoder =
  (kind: LayerKind, decode: (text: string) => Uint8Array): Filter =>
  (args, input) =>
    args.some((arg) => /^-\w*[dD]|^--decode$|^-r/.test(arg))
      ? { bytes: decode(toUtf8(input)), kind }
      : undefined;

const inflater =
  (format: 'gzip' | 'zlib', isAlways: boolean): Filter =>
  (args, input, maxLength) => {
    if (!isAlways && !args.some((arg) => /^-\w*d|^--(?:decompress|uncompress)$/.test(arg)))
      return undefined;
    const inflated = inflateBytes(input, format, maxLength);
    return inflated && { bytes: inflated.bytes, kind: format };
  };

const toLines = (text: string): string[] => text.replace(/\n$/, '').split('\n');

const tr: Filter = (args, input) => {
  const [from = '', to] = args.filter((arg) => !/^-[a-zA-Z]+$/.test(arg));
  const isDeleting = args[0]?.startsWith('-') === true && args[0].includes('d');
  const text = isDeleting
    ? mapCharacters(toUtf8(input), from, '')
    : to === undefined
      ? undefined
      : mapCharacters(toUtf8(input), from, to);
  return text === undefined ? undefined : { bytes: strToU8(text), kind: 'translated' };
};

/** Programs that turn what they read into what was hidden. */
const FILTERS: Readonly<Record<string, Filter>> = {
  cat: (args, input) => (args.every((arg) => arg.startsWith('-')) ? { bytes: input } : undefined),
  tee: (_, input) => ({ bytes: input }),
  base64: decoder('base64', decodeBase64),
  base32: decoder('base32', decodeBase32),
  openssl: (args, input) =>
    /^(?:enc )?(?:-?base64|-a)\b/.test(args.join(' ')) && args.includes('-d')
      ? { bytes: decodeBase64(toUtf8(input)), kind: 'base64' }
      : undefined,
  xxd: (args, input) =>
    /-\w*r/.test(args.join(' ')) ? { bytes: decodeHex(toUtf8(input)), kind: 'hex' } : undefined,
  gzip: inflater('gzip', false),
  pigz: inflater('gzip', false),
  gunzip: inflater('gzip', true),
  zcat: inflater('gzip', true),
  'zlib-flate': inflater('zlib', true),
  rev: (_, input) => ({
    bytes: strToU8(toLines(toUtf8(input)).map(reverse).join('\n')),
    kind: 'reversed',
  }),
  tac: (_, input) => ({ bytes: strToU8(toLines(toUtf8(input)).reverse().join('\n')) }),
  tr,
};

const reverse = (text: string): string => [...text].reverse().join('');

/**
 * What a command writes to its output, where its arguments and its input tell: echo, printf, and the programs that
 * decode. Undefined for every other program, and when the input isn't known.
 */
export const toOutput = (
  program: string,
  args: readonly string[],
  input: Uint8Array | undefined,
  maxLength: number
): Output | undefined => {
  if (program === 'echo') return toEcho(args);
  if (program === 'printf') {
    const [format = '', ...values] = args[0] === '--' ? args.slice(1) : args;
    const isDecoded = args.some((arg) => NUMERIC_ESCAPE.test(arg));
    return toWritten(formatText(format, values, maxLength), isDecoded);
  }
  const found = findProgramAsked([program, ...args].join(' '));
  if (found !== undefined) return { bytes: strToU8(`/usr/bin/${found}\n`) };
  return input === undefined ? undefined : FILTERS[program]?.(args, input, maxLength);
};

const toEcho = (args: readonly string[]): Output => {
  const firstText = args.findIndex((arg) => !/^-[neE]+$/.test(arg));
  const options = firstText === -1 ? args : args.slice(0, firstText);
  const text = firstText === -1 ? '' : args.slice(firstText).join(' ');
  // dash's echo knows octal escapes without being asked.
  const isEscaped = options.join('').includes('e') || /\\0[0-7]/.test(text);
  const end = options.join('').includes('n') ? '' : '\n';
  if (!isEscaped) return { bytes: strToU8(text + end) };
  return toWritten(decodeEscapes(text, 'echo') + end, NUMERIC_ESCAPE.test(text));
};

const toWritten = (text: string, isDecoded: boolean): Output =>
  isDecoded ? { bytes: strToU8(text), kind: 'escapes' } : { bytes: strToU8(text) };
