import { EqlError } from '../errors/eql_error';

const BLANKS = /[ \t\r\n]*/y;
const LINE = /[^\r\n]*/y;
const COMMENT_EDGE = /\/\*|\*\//g;

/**
 * The offset of the next character that is neither blank nor comment. Block comments nest.
 * @throws EqlError when a block comment is not closed
 */
export const skipBlanks = (text: string, from: number): number => {
  let at = from;
  for (;;) {
    at = skip(BLANKS, text, at);
    if (text.startsWith('//', at)) at = skip(LINE, text, at);
    else if (text.startsWith('/*', at)) at = skipBlockComment(text, at);
    else return at;
  }
};

const skip = (pattern: RegExp, text: string, from: number): number => {
  pattern.lastIndex = from;
  pattern.exec(text);
  return pattern.lastIndex;
};

const skipBlockComment = (text: string, start: number): number => {
  let depth = 0;
  COMMENT_EDGE.lastIndex = start;
  for (let edge = COMMENT_EDGE.exec(text); edge !== null; edge = COMMENT_EDGE.exec(text)) {
    depth += edge[0] === '/*' ? 1 : -1;
    if (depth === 0) return COMMENT_EDGE.lastIndex;
  }
  throw new EqlError(text, { start, end: text.length }, 'comment_unterminated');
};
