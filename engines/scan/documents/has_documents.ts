import { DocumentSplitter } from './document_splitter';
import { isBareEvent } from './to_hits';

/** So much of a file tells what it holds. */
export const LONGEST_HEAD = 1024 * 1024;

const NEWLINE = 10;
/** Stands before each document of a JSON text sequence (RFC 7464). */
const RECORD_SEPARATOR = '\u001e';

/** Whether more of the beginning would not tell more: two lines, or as much as is looked at. */
export const isEnoughHead = (head: Buffer): boolean => {
  const first = head.indexOf(NEWLINE);
  const isNextKnown = first !== -1 && first + 1 < head.length;
  return head.length >= LONGEST_HEAD || isNextKnown;
};

/**
 * Whether a file holds something else than one event per line: an array, pretty-printed documents, events inside of search hits.
 * @param head its beginning, as `isEnoughHead` asks for
 */
export const hasDocuments = (head: Buffer): boolean => {
  const text = head
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  if (text.startsWith('[') || text.startsWith(RECORD_SEPARATOR)) return true;
  if (!text.startsWith('{')) return false;
  const end = text.indexOf('\n');
  const line = end === -1 ? text : text.slice(0, end);
  const value = parse(line);
  if (value !== undefined) return !isBareEvent(value);
  // A line without end may be a response of any size.
  if (end === -1) return head.length >= LONGEST_HEAD || holdsSeveral(line);
  const isBroken = /[{[,]\s*$/.test(line) && !text.startsWith('{', end + 1);
  return isBroken || holdsSeveral(line);
};

/** Documents that follow each other without a line end between them. */
const holdsSeveral = (line: string): boolean => {
  const documents: string[] = [];
  const splitter = new DocumentSplitter((document) => documents.push(document));
  splitter.push(Buffer.from(line));
  const [first] = documents;
  return first !== undefined && parse(first) !== undefined;
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
