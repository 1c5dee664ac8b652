import type { Cursor } from './cursor';
import { take } from './take';

const BLANKS = /(?:[ \t\r]|\\\r?\n)*/y;
const COMMENT = /#[^\n]*/y;
const STARTS = /[ \t\r\\#]/;

/** Moves over blanks, continued lines and a comment, but not over the end of a line. */
export const skipShellBlanks = (cursor: Cursor): void => {
  if (!STARTS.test(cursor.text[cursor.at] ?? '')) return;
  take(cursor, BLANKS);
  take(cursor, COMMENT);
};

/** Moves over blanks and ends of lines, and reads the here-documents that begin there. */
export const skipLines = (cursor: Cursor): void => {
  skipShellBlanks(cursor);
  while (cursor.text[cursor.at] === '\n') {
    cursor.at++;
    for (const read of cursor.hereDocuments.splice(0)) read(cursor);
    skipShellBlanks(cursor);
  }
};
