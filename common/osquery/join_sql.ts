/** A piece of SQL; `isFilled` if it stands in place of what the query had. */
export interface SqlPiece {
  readonly sql: string;
  readonly isFilled: boolean;
}

/** Characters that no literal or keyword can grow together with, before it and behind it. */
const BEFORE = ' \t\n\f\r(),=<>+-*/%&~|';
const BEHIND = ' \t\n\f\r),=<>+-*/%&~|';

/**
 * Joins pieces and sets a blank where a filled one would otherwise grow together with its neighbour:
 * `'a'{{f}}` would become one text, `x{{f}}` a blob, `LIMIT 1{{f}}` another number.
 */
export const joinSql = (pieces: readonly SqlPiece[]): string =>
  pieces.reduce(
    ({ sql, isFilled }, piece) => ({
      sql: sql + (growsTogether(sql, isFilled, piece) ? ' ' : '') + piece.sql,
      isFilled: piece.isFilled,
    }),
    { sql: '', isFilled: false }
  ).sql;

const growsTogether = (before: string, isFilled: boolean, piece: SqlPiece): boolean =>
  (isFilled || piece.isFilled) &&
  before !== '' &&
  piece.sql !== '' &&
  !(isFilled && BEHIND.includes(piece.sql.charAt(0))) &&
  !(piece.isFilled && BEFORE.includes(before.slice(-1)));
