/**
 * Reads the machine's files for the tables. Whatever can't be read is `undefined`, never an error: a
 * process may vanish or belong to someone else at any moment. Only regular files are opened for reading,
 * since a FIFO or a terminal under an attacker's name would block the query for ever.
 */
import {
  closeSync,
  constants,
  existsSync,
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
import { REPLACEMENT, toByteText, toFsPath } from './byte_text';

/** Where a machine's tree lies; tests point these at fixtures. */
export interface MachineRoots {
  /** Stands for `/`. */
  readonly root: string;
  /** Stands for `/proc`. */
  readonly proc: string;
  /** Stands for `/etc`. */
  readonly etc: string;
}

/** All paths are absolute paths of the machine described (`/proc/1/stat`), in byte text. */
export interface MachineFiles {
  /** The bytes of a regular file, at most `maxBytes` (16 MiB) of them. */
  readBytes(path: string, maxBytes?: number): Buffer | undefined;
  /** The same as byte text. */
  readText(path: string, maxBytes?: number): string | undefined;
  /** Shows a regular file to `visit` piece by piece, however large; false where it can't be read to its end. */
  visitBytes(path: string, visit: (bytes: Buffer) => void): boolean;
  readLink(path: string): string | undefined;
  /** Names in a directory, unsorted; none where it can't be read. */
  list(path: string): string[];
  /** Whether there is something at the end of all symbolic links. */
  exists(path: string): boolean;
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

const createPathMapper = ({
  root = '/',
  proc,
  etc,
}: Partial<MachineRoots>): ((path: string) => string | Buffer) => {
  const places = [
    { path: '/proc/', place: proc && `${proc}/` },
    { path: '/etc/', place: etc && `${etc}/` },
    { path: '/', place: root === '/' ? undefined : `${root}/` },
  ].flatMap(({ path, place }) => (place === undefined ? [] : { path, place }));
  return (path) => {
    const found = places.find((one) => `${path}/`.startsWith(one.path));
    return toFsPath(found ? found.place + path.slice(found.path.length) : path);
  };
};

/** The kernel's own files of `/proc`, all regular; what lies below `/proc/PID/root` is not the kernel's. */
const KERNEL_FILE = /^\/proc\/(?:\d+\/)?(?:net\/)?[a-z0-9]+$/;

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

/** Names that are UTF-8, as nearly all are; undefined if one is not, which only its bytes tell. */
const findUtf8 = <T extends string | readonly string[]>(names: T): T | undefined =>
  (typeof names === 'string' ? names : names.join('')).includes(REPLACEMENT) ? undefined : names;

/** Files of this machine, or of the tree the roots name. */
export const createMachineFiles = (roots: Partial<MachineRoots> = {}): MachineFiles => {
  const toPlace = createPathMapper(roots);
  const chunk = Buffer.alloc(CHUNK_BYTES);
  const visit = (path: string, maxBytes: number, visitor: (bytes: Buffer) => void): boolean =>
    attempt(() => {
      const descriptor = openSync(toPlace(path), READ_FLAGS);
      try {
        const isRegular = KERNEL_FILE.test(path) || fstatSync(descriptor).isFile();
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
    readLink: (path) =>
      attempt(() => {
        const place = toPlace(path);
        return findUtf8(readlinkSync(place)) ?? toByteText(readlinkSync(place, 'buffer'));
      }),
    list: (path) =>
      attempt(() => {
        const place = toPlace(path);
        return findUtf8(readdirSync(place)) ?? readdirSync(place, 'buffer').map(toByteText);
      }) ?? [],
    exists: (path) => existsSync(toPlace(path)),
    stat: (path) => attempt(() => statSync(toPlace(path), { bigint: true })),
    lstat: (path) => attempt(() => lstatSync(toPlace(path), { bigint: true })),
    statFs: (path) => attempt(() => statfsSync(toPlace(path), { bigint: true })),
  };
};
