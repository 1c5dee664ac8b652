import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { hasDocuments, isEnoughHead, LONGEST_HEAD } from '../documents/has_documents';
import { openDocuments } from '../documents/open_documents';
import type { ByteSource } from './byte_source';
import { findPacking, LONGEST_MARK } from './find_packing';
import { openFile } from './open_file';
import { openStream } from './open_stream';
import { peekSource } from './peek_source';
import { readPieces } from './read_pieces';
import { toFileError } from './to_file_error';
import { findUtf16, decodeUtf16, type Utf16 } from './decode_utf16';

/** Stands for standard input where a file is expected. */
export const STANDARD_INPUT = '-';

/** By its ending, or by its first two bytes. @throws Error of `node:fs` when it can't be read */
export const isCompressed = (path: string): boolean =>
  path.endsWith('.gz') || isGzip(readHead(path, GZIP.length));

/** Whether a file is one event per line, so that it can be read in parts. @throws Error of `node:fs` when it can't be read */
export const canBeCut = (path: string): boolean =>
  !isCompressed(path) &&
  isPlain(readHead(path, LONGEST_MARK)) &&
  !hasDocuments(readHead(path, LONGEST_HEAD));

/**
 * Opens a file of events as lines, one event each: plain or gzip, one event per line or other JSON documents, or `-` for
 * standard input.
 */
export const openEvents = async (path: string): Promise<ByteSource> => {
  const { head, source } = await peekSource(await openText(path), isEnoughHead);
  return hasDocuments(head) ? openDocuments(source) : source;
};

/**
 * Opens a file as UTF-8: plain, gzip or UTF-16 with its mark, by its first bytes whatever its name; `-` for standard input.
 * @throws Error that says how to unpack it, when it is packed in another way
 */
export const openText = async (path: string): Promise<ByteSource> => {
  const raw = await peekSource(openRaw(path), (head) => head.length >= LONGEST_MARK);
  const unpacked = isGzip(raw.head)
    ? await peekSource(unpack(raw.source), (head) => head.length >= LONGEST_MARK)
    : raw;
  const packing = findPacking(unpacked.head);
  if (packing !== undefined) {
    await unpacked.source.close();
    const { name, command } = packing;
    throw toFileError(path, new Error(`it is packed by ${name}; unpack it first, with ${command}`));
  }
  const encoding = findUtf16(unpacked.head);
  return encoding === undefined ? unpacked.source : decode(unpacked.source, encoding);
};

const openRaw = (path: string): ByteSource => {
  if (path === STANDARD_INPUT) return openStream('standard input', process.stdin);
  return statSync(path).isFile() ? openFile(path) : openStream(path, createReadStream(path));
};

const isPlain = (head: Buffer): boolean =>
  findPacking(head) === undefined && findUtf16(head) === undefined;

const GZIP = Buffer.of(0x1f, 0x8b);

const isGzip = (head: Buffer): boolean => head.subarray(0, GZIP.length).equals(GZIP);

const decode = (source: ByteSource, encoding: Utf16): ByteSource =>
  openStream(source.name, Readable.from(decodeUtf16(readPieces(source), encoding)));

const unpack = (source: ByteSource): ByteSource => {
  const unzip = createGunzip();
  // Errors of either stream reach the reader through the last one.
  pipeline(Readable.from(readPieces(source)), unzip, () => undefined);
  return openStream(source.name, unzip);
};

/** Of a pipe nothing, because it would be lost to whoever reads it. */
const readHead = (path: string, length: number): Buffer => {
  if (!statSync(path).isFile()) return Buffer.alloc(0);
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(length);
    return head.subarray(0, readSync(file, head, 0, length, 0));
  } finally {
    closeSync(file);
  }
};
