/**
 * Reads the machine's files for the tables. Whatever can't be read is `undefined`, never an error: a
 * process may vanish or belong to someone else at any moment. Only regular files are opened for reading,
 * since a FIFO or a terminal under an attacker's name would block the query for ever.
 */
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  statfsSync,
  statSync,
  type BigIntStats,
  type BigIntStatsFs,
} from 'node:fs';
import { toByteText, toFsPath } from './byte_text';

/** Where a machine's tree lies; tests point these at fixtures. */
export interface HostRoots {
  /** Stands for `/`. */
  readonly root: string;
  /** Stands for `/proc`. */
  readonly proc: string;
  /** Stands for `/etc`. */
  readonly etc: string;
}

/** All paths are absolute paths of the machine described (`/proc/1/stat`), in byte text. */
export interface HostFiles {
  /** The bytes of a regular file, at most `maxBytes` (16 MiB) of them. */
  readBytes(path: string, maxBytes?: number): Buffer | undefined;
  /** The same as byte text. */
  readText(path: string, maxBytes?: number): string | undefined;
  /** Shows a regular file to `visit` piece by piece, however large; false where it can't be read to its end. */
  visitBytes(path: string, visit: (bytes: Buffer) => void): boolean;
  readLink(path: string): string | undefined;
  /** Names in a directory, unsorted; none where it can't be read. */
  list(path: string): string[];
  /** Follows symbolic links. */
  stat(path: string): BigIntStats | undefined;
  lstat(path: string): BigIntStats | undefined;
  statFs(path: string): BigIntStatsFs | undefined;
}

const DEFAULT_MAX_BYTES = 16 * 1024 * 1024;
const CHUNK_BYTES = 64 * 1024;
const READ_FLAGS = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY;

const attempt = <T>(read: () => T): T | undefined => {
  try {
    return read();
  } catch {
    return undefined;
  }
};

const createPathMapper = (roots: Partial<HostRoots>): ((path: string) => string | Buffer) => {
  const root = (roots.root ?? '/').replace(/\/+$/, '');
  const mounts = [
    { prefix: '/proc', place: roots.proc ?? `${root}/proc` },
    { prefix: '/etc', place: roots.etc ?? `${root}/etc` },
  ];
  return (path) => {
    const mount = mounts.find(({ prefix }) => path === prefix || path.startsWith(`${prefix}/`));
    return toFsPath(mount ? mount.place + path.slice(mount.prefix.length) : root + path);
  };
};

/** Passes at most `maxBytes` on, in pieces that are reused for the next one. */
const visitDescriptor = (
  descriptor: number,
  maxBytes: number,
  chunk: Buffer,
  visit: (bytes: Buffer) => void
): void => {
  for (let total = 0; total < maxBytes;) {
    const read = readSync(descriptor, chunk, 0, Math.min(chunk.length, maxBytes - total), null);
    if (read === 0) return;
    visit(chunk.subarray(0, read));
    total += read;
  }
};

/** Files of this machine, or of the tree the roots name. */
export const createHostFiles = (roots: Partial<HostRoots> = {}): HostFiles => {
  const toPlace = createPathMapper(roots);
  const chunk = Buffer.alloc(CHUNK_BYTES);
  const visit = (path: string, maxBytes: number, visitor: (bytes: Buffer) => void): boolean =>
    attempt(() => {
      const descriptor = openSync(toPlace(path), READ_FLAGS);
      try {
        const isRegular = fstatSync(descriptor).isFile();
        if (isRegular) visitDescriptor(descriptor, maxBytes, chunk, visitor);
        return isRegular;
      } finally {
        closeSync(descriptor);
      }
    }) ?? false;
  const readBytes = (path: string, maxBytes = DEFAULT_MAX_BYTES): Buffer | undefined => {
    const parts: Buffer[] = [];
    const isWhole = visit(path, maxBytes, (bytes) => parts.push(Buffer.from(bytes)));
    if (!isWhole) return undefined;
    return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
  };
  return {
    readBytes,
    readText: (path, maxBytes) => {
      const bytes = readBytes(path, maxBytes);
      return bytes && toByteText(bytes);
    },
    visitBytes: (path, visitor) => visit(path, Number.POSITIVE_INFINITY, visitor),
    readLink: (path) => attempt(() => toByteText(readlinkSync(toPlace(path), 'buffer'))),
    list: (path) =>
      attempt(() => readdirSync(toPlace(path), 'buffer').map((name) => toByteText(name))) ?? [],
    stat: (path) => attempt(() => statSync(toPlace(path), { bigint: true })),
    lstat: (path) => attempt(() => lstatSync(toPlace(path), { bigint: true })),
    statFs: (path) => attempt(() => statfsSync(toPlace(path), { bigint: true })),
  };
};
