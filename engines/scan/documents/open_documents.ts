import type { ByteSource } from '../source/byte_source';
import { DocumentSplitter } from './document_splitter';
import { toHits, type Hit } from './to_hits';

const PIECE = 256 * 1024;
/** What of a broken document is shown as its line. */
const LONGEST_BROKEN = 80;

/** Gives the events in a source of documents as lines, one each, with `_index` and `_id` in front where they are known. */
export const openDocuments = (source: ByteSource): ByteSource => {
  const piece = Buffer.alloc(PIECE);
  let lines: string[] = [];
  let ready: Buffer = Buffer.alloc(0);
  let hasEnded = false;
  const splitter = new DocumentSplitter((text) => lines.push(...toLines(text)));
  const refill = async (): Promise<void> => {
    const count = await source.read(piece);
    hasEnded = count === 0;
    if (hasEnded) splitter.end();
    else splitter.push(piece.subarray(0, count));
    ready = Buffer.from(lines.map((line) => `${line}\n`).join(''));
    lines = [];
  };
  return {
    name: source.name,
    size: undefined,
    read: async (target) => {
      while (ready.length === 0 && !hasEnded) await refill();
      const count = ready.copy(target);
      ready = ready.subarray(count);
      return count;
    },
    close: () => source.close(),
  };
};

const toLines = (text: string): string[] => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Left as it is, so that it is counted among the lines that are wrong.
    return [text.slice(0, LONGEST_BROKEN).replace(/\s+/g, ' ')];
  }
  return toHits(value).map(toLine);
};

const toLine = ({ source, id, index }: Hit): string =>
  JSON.stringify({
    ...(index !== undefined && { _index: index }),
    ...(id !== undefined && { _id: id }),
    ...source,
  });
