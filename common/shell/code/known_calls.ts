import type { LayerKind, LayerLanguage } from '../command_reading';
import { strToU8 } from 'fflate';
import { decodeBase32, decodeBase64 } from '../decode/decode_base64';
import { decodeHex } from '../decode/decode_hex';
import { decodeUrl } from '../decode/decode_url';
import { inflateBytes } from '../decode/inflate_bytes';
import { toUtf8 } from '../decode/to_utf8';
import { mapCharacters } from '../decode/map_characters';

/** Functions that hand a text to a shell, or a list to the system; as all languages spell them. */
export const RUNNERS: ReadonlySet<string> = new Set(
  (
    'system popen popen2 popen3 Popen call check_call check_output run getoutput getstatusoutput spawn spawnSync ' +
    'execSync execFile execFileSync spawnv spawnl spawnlp spawnvp execl execle execlp execlpe execv execve execvp ' +
    'execvpe execDetached passthru shell_exec pcntl_exec proc_open capture capture2 capture2e capture3 exec open ' +
    'create_subprocess_shell create_subprocess_exec'
  ).split(' ')
);

/** Functions that run a text as code of their own language. */
export const EVALUATORS: Readonly<Partial<Record<LayerLanguage, ReadonlySet<string>>>> = {
  python: new Set(['exec', 'eval', 'compile']),
  php: new Set(['eval', 'assert', 'create_function']),
  perl: new Set(['eval']),
  ruby: new Set(['eval', 'instance_eval', 'class_eval']),
  node: new Set(['eval', 'Function', 'runInThisContext', 'runInNewContext']),
  lua: new Set(['load', 'loadstring']),
};

/** A known value in code: bytes are kept as text of one character a byte, so that decoders can be nested. */
interface Decoder {
  readonly kind: LayerKind;
  readonly decode: (text: string, maxLength: number) => Uint8Array | undefined;
}

const base64: Decoder = { kind: 'base64', decode: decodeBase64 };
const hex: Decoder = { kind: 'hex', decode: decodeHex };
const url: Decoder = {
  kind: 'url',
  decode: (text) => strToU8(decodeUrl(text.replace(/\+/g, ' '))),
};
const reversed: Decoder = {
  kind: 'reversed',
  decode: (text) => strToU8([...text].reverse().join('')),
};
const inflater = (format: 'gzip' | 'zlib' | 'deflate'): Decoder => ({
  kind: format === 'gzip' ? 'gzip' : 'zlib',
  decode: (text, maxLength) => inflateBytes(strToU8(text, true), format, maxLength)?.bytes,
});
const rot13: Decoder = {
  kind: 'translated',
  decode: (text) => strToU8(mapCharacters(text, 'a-zA-Z', 'n-za-mN-ZA-M') ?? text),
};

const DECODERS: Readonly<Record<string, Decoder>> = {
  b64decode: base64,
  urlsafe_b64decode: base64,
  standard_b64decode: base64,
  decodebytes: base64,
  decodestring: base64,
  base64_decode: base64,
  decode_base64: base64,
  decode64: base64,
  strict_decode64: base64,
  urlsafe_decode64: base64,
  atob: base64,
  b32decode: { kind: 'base32', decode: decodeBase32 },
  fromhex: hex,
  unhexlify: hex,
  a2b_hex: hex,
  hex2bin: hex,
  urldecode: url,
  rawurldecode: url,
  unquote: url,
  unquote_plus: url,
  decodeURIComponent: url,
  unescape: url,
  uri_unescape: url,
  gzinflate: inflater('deflate'),
  gzuncompress: inflater('zlib'),
  gzdecode: inflater('gzip'),
  zlib_decode: inflater('gzip'),
  gunzipSync: inflater('gzip'),
  inflateSync: inflater('zlib'),
  inflateRawSync: inflater('deflate'),
  decompress: inflater('zlib'),
  str_rot13: rot13,
  strrev: reversed,
  reverse: reversed,
};

/** `Buffer.from(text, 'base64')` and `text.decode('hex')` name their encoding. */
const BY_ENCODING: Readonly<Record<string, Decoder>> = {
  base64,
  base64url: base64,
  hex,
  rot13,
  'rot-13': rot13,
  rot_13: rot13,
  zlib: inflater('zlib'),
};
const NAMES_ENCODING = new Set(['from', 'decode', 'Buffer']);

/** What a function decodes with, by its name and by the encoding that stands among its arguments. */
export const findDecoder = (name: string, encoding: string | undefined): Decoder | undefined => {
  if (NAMES_ENCODING.has(name)) return BY_ENCODING[encoding?.toLowerCase() ?? ''];
  return Object.hasOwn(DECODERS, name) ? DECODERS[name] : undefined;
};

/** The decoded bytes as a text of one character a byte, and as people read them. */
export const decodeCodeValue = (
  { decode }: Decoder,
  value: string,
  maxLength: number
): { readonly bytes: string; readonly text: string } | undefined => {
  const decoded = decode(value, maxLength);
  if (decoded === undefined || decoded.length === 0) return undefined;
  return { bytes: toLatin(decoded), text: toUtf8(decoded) };
};

const toLatin = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
};
