import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe } from 'vitest';
import { byteSourceContract } from '../../../test/contracts/byte_source.contract';
import { createTemporaryDirectory } from '../../../test/temporary_store';
import { openEvents } from './open_events';
import { openFile } from './open_file';
import { openStream } from './open_stream';
import { peekSource } from './peek_source';

const write = async (bytes: Buffer): Promise<string> => {
  const path = join(await createTemporaryDirectory(), 'events.ndjson');
  await writeFile(path, bytes);
  return path;
};

describe('a file', () => byteSourceContract(async (bytes) => openFile(await write(bytes))));

describe('a part of a file', () =>
  byteSourceContract(async (bytes) => {
    const path = await write(Buffer.concat([Buffer.from('before\n'), bytes, Buffer.from('after')]));
    return openFile(path, { start: 7, end: 7 + bytes.length });
  }));

describe('a stream', () =>
  byteSourceContract(async (bytes) => {
    const chunks = [bytes.subarray(0, 10), Buffer.alloc(0), bytes.subarray(10)];
    return openStream('standard input', Readable.from(bytes.length > 0 ? chunks : []));
  }));

describe('a source whose beginning was looked at', () =>
  byteSourceContract(async (bytes) => {
    const peeked = await peekSource(openFile(await write(bytes)), ({ length }) => length > 100);
    return peeked.source;
  }));

describe('events packed with gzip', () =>
  byteSourceContract(async (bytes) => openEvents(await write(gzipSync(bytes)))));
