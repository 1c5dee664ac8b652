import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parseAccessLine } from '../../common/request/parse_access_line';
import type { WebRequest } from '../../common/request/web_request';
import { findStart } from './find_start';
import { listAccessLogs, type AccessLogFile } from './list_access_logs';

export interface RequestPeriod {
  /** Milliseconds since 1970, both inclusive. */
  readonly from: number;
  readonly to: number;
  /** Most requests to give; those closest to the period's end are left out first. */
  readonly most: number;
}

/** What one log said of a period. */
export interface FoundRequests {
  readonly requests: readonly WebRequest[];
  /** Lines of the period's files that are no access log lines. */
  readonly unreadLines: number;
  /** There were more requests or bytes than are read at once. */
  readonly isCut: boolean;
}

/** Workers with buffered logs write a minute's lines late. */
const DISORDER_MS = 60_000;
/** Most bytes read of one file, after unpacking. */
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * The requests of a period in an access log and what was rotated away from it (see `listAccessLogs`), in order of time.
 * @param path the log being written
 * @throws Error when there is no such log, or the system's when it can't be read
 */
export const findRequests = async (path: string, period: RequestPeriod): Promise<FoundRequests> => {
  const requests: WebRequest[] = [];
  let unreadLines = 0;
  let isCut = false;
  const files = await listAccessLogs(path);
  if (files.length === 0) throw new Error(`${path}: no such file`);
  for (const file of files) {
    // What was last written before the period began holds nothing of it.
    if (file.changedAt < period.from - DISORDER_MS) continue;
    const found = await readFile(file, period);
    requests.push(...found.requests);
    unreadLines += found.unreadLines;
    isCut ||= found.isCut;
  }
  requests.sort((a, b) => a.time - b.time);
  return {
    requests: requests.slice(0, period.most),
    unreadLines,
    isCut: isCut || requests.length > period.most,
  };
};

const readFile = async (file: AccessLogFile, period: RequestPeriod): Promise<FoundRequests> => {
  const handle = await open(file.path);
  try {
    const isPacked = await startsWithGzip(handle);
    const start = isPacked ? 0 : await findStart(handle, file.size, period.from - DISORDER_MS);
    const raw = handle.createReadStream({ start, autoClose: false });
    return await readLines(isPacked ? raw.pipe(createGunzip()) : raw, period, start > 0);
  } finally {
    await handle.close();
  }
};

const startsWithGzip = async (handle: Awaited<ReturnType<typeof open>>): Promise<boolean> => {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
  return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
};

const readLines = async (
  stream: Readable,
  { from, to, most }: RequestPeriod,
  startsInside: boolean
): Promise<FoundRequests> => {
  const requests: WebRequest[] = [];
  let unreadLines = 0;
  let bytes = 0;
  let isPartial = startsInside;
  for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
    bytes += line.length + 1;
    const request = isPartial ? undefined : parseAccessLine(line);
    if (!request && !isPartial && line !== '') unreadLines += 1;
    isPartial = false;
    if (request && request.time > to + DISORDER_MS) break;
    if (request && request.time >= from && request.time <= to) requests.push(request);
    if (bytes > MOST_BYTES || requests.length > most) {
      stream.destroy();
      return { requests, unreadLines, isCut: true };
    }
  }
  stream.destroy();
  return { requests, unreadLines, isCut: false };
};
