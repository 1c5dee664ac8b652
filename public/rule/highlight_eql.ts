import { EqlError } from '../../common/eql/errors/eql_error';
import type { Token } from '../../common/eql/lexer/token';
import { toTokens } from '../../common/eql/lexer/to_tokens';

export interface EqlPiece {
  readonly text: string;
  readonly kind: 'keyword' | 'field' | 'string' | 'number' | 'comment' | 'plain';
}

/** Cuts a query into pieces by what they are. Joined again they are the query, whatever stands in it. */
export const highlightEql = (query: string): readonly EqlPiece[] => {
  const pieces: EqlPiece[] = [];
  let end = 0;
  for (const { kind, range } of listTokens(query)) {
    if (range.start > end) pieces.push(toGap(query.slice(end, range.start)));
    if (range.end > range.start) {
      pieces.push({ text: query.slice(range.start, range.end), kind: KINDS[kind] });
    }
    end = range.end;
  }
  if (end < query.length) pieces.push({ text: query.slice(end), kind: 'plain' });
  return pieces;
};

const KINDS: Record<Token['kind'], EqlPiece['kind']> = {
  name: 'field',
  quoted_name: 'field',
  tilde_name: 'field',
  keyword: 'keyword',
  symbol: 'plain',
  string: 'string',
  integer: 'number',
  decimal: 'number',
  end: 'plain',
};

/** Up to the first mistake, behind which nothing can be told. */
const listTokens = (query: string): readonly Token[] => {
  try {
    return toTokens(query);
  } catch (error) {
    if (!(error instanceof EqlError)) throw error;
    return error.range.start < query.length ? listTokens(query.slice(0, error.range.start)) : [];
  }
};

/** Between tokens stand blanks and comments. */
const toGap = (text: string): EqlPiece => ({
  text,
  kind: text.trim() === '' ? 'plain' : 'comment',
});
