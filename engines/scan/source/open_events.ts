import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { hasDocuments, isEnoughHead, LONGEST_HEAD } from '../documents/has_documents';
import { openDocuments } from '../documents/open_documents';
import type { ByteSource } from './byte_source';
import { openFile } from './open_file';
import { openStream } from './open_stream';
import { peekSource } from './peek_source';
import { readPieces } from './read_pieces';

/** Stands for standard input where a file is expected. */
export const STANDARD_INPUT = '-';

/** By its ending, or by its first two bytes. @throws Error of `node:fs` when it can't be read */
export const isCompressed = (path: string): boolean =>
  path.endsWith('.gz') || isGzip(readHead(path, GZIP.length));

/** Whether a file is one event per line, so that it can be read in parts. @throws Error of `node:fs` when it can't be read */
export const canBeCut = (path: string): boolean =>
  !isCompressed(path) && !hasDocuments(readHead(path, LONGEST_HEAD));

/**
 * Opens a file of events as lines, one event each: plain or gzip, one event per line or other JSON documents, or `-` for
 * standard input.
 */
export const openEvents = async (path: string): Promise<ByteSource> => {
  const raw = await peekSource(openRaw(path), (head) => head.length >= GZIP.length);
  const isPacked = path.endsWith('.gz') || isGzip(raw.head);
  const plain = isPacked ? unpack(raw.source) : raw.source;
  const { head, source } = await peekSource(plain, isEnoughHead);
  return hasDocuments(head) ? openDocuments(source) : source;
};

const openRaw = (path: string): ByteSource => {
  if (path === STANDARD_INPUT) return openStream('standard input', process.stdin);
  return statSync(path).isFile() ? openFile(path) : openStream(path, createReadStream(path));
};

const GZIP = Buffer.of(0x1f, 0x8b);

const isGzip = (head: Buffer): boolean => head.subarray(0, GZIP.length).equals(GZIP);

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
