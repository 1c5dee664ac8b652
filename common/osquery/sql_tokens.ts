/** What a piece of SQL is; `word` is a keyword or a bare identifier, `identifier` a quoted one. */
export type SqlTokenKind =
  | 'space'
  | 'comment'
  | 'text'
  | 'blob'
  | 'identifier'
  | 'number'
  | 'word'
  | 'placeholder'
  | 'symbol';

export interface SqlToken {
  readonly kind: SqlTokenKind;
  /** As it stands in the SQL, quotes and braces included. */
  readonly source: string;
  /** False for a quote or comment that runs to the end of the SQL. */
  readonly isClosed: boolean;
}

/** `{{field}}` as Kibana recognises it. */
const PLACEHOLDER = /\{\{([^}]+)\}\}/;

/** In the order they are tried. A capture group is the closing delimiter of what has one. */
const PATTERNS: readonly (readonly [SqlTokenKind, RegExp])[] = [
  ['space', /[ \t\n\f\r]+/y],
  ['comment', /--[^\n]*/y],
  ['comment', /\/\*[^]*?(?:(\*\/)|$)/y],
  ['text', /'[^']*(?:''[^']*)*(?:(')|$)/y],
  ['identifier', /"[^"]*(?:""[^"]*)*(?:(")|$)/y],
  ['identifier', /`[^`]*(?:``[^`]*)*(?:(`)|$)/y],
  ['identifier', /\[[^\]]*(?:(\])|$)/y],
  ['blob', /[xX]'[^']*(?:(')|$)/y],
  ['number', /0[xX][\da-fA-F_]+|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][+-]?\d+)?/y],
  ['word', /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y],
  ['placeholder', new RegExp(PLACEHOLDER, 'y')],
  ['symbol', /\|\||<=|>=|<>|<<|>>|==|!=|->>?|[^]/y],
];

const WITH_DELIMITER: ReadonlySet<SqlTokenKind> = new Set(['text', 'identifier', 'blob']);

/** Splits SQL as SQLite does, with `{{field}}` as one more kind of token. Joined sources give the SQL back. */
export const toSqlTokens = (sql: string): SqlToken[] => {
  const tokens: SqlToken[] = [];
  for (let at = 0; at < sql.length;) {
    const token = readToken(sql, at);
    tokens.push(token);
    at += token.source.length;
  }
  return tokens;
};

const readToken = (sql: string, at: number): SqlToken => {
  for (const [kind, pattern] of PATTERNS) {
    pattern.lastIndex = at;
    const match = pattern.exec(sql);
    if (match === null) continue;
    const [source, delimiter] = match;
    const isDelimited = WITH_DELIMITER.has(kind) || source.startsWith('/*');
    return { kind, source, isClosed: !isDelimited || delimiter !== undefined };
  }
  // The last pattern takes any character.
  return { kind: 'symbol', source: sql.charAt(at), isClosed: true };
};

/** Whether the token means something to SQLite's parser. */
export const isSignificant = (token: SqlToken): boolean =>
  token.kind !== 'space' && token.kind !== 'comment';

/** The nearest token before (`step` -1) or behind (`step` 1) `index` that is neither space nor comment, or -1. */
export const findNeighbour = (tokens: readonly SqlToken[], index: number, step: -1 | 1): number => {
  for (let at = index + step; ; at += step) {
    const token = tokens[at];
    if (token === undefined) return -1;
    if (isSignificant(token)) return at;
  }
};

/** Source of the token in capitals, so that keywords compare; empty for no token. */
export const toSqlKeyword = (token: SqlToken | undefined): string =>
  token !== undefined && (token.kind === 'word' || token.kind === 'symbol')
    ? token.source.toUpperCase()
    : '';

/** Fields a token names in placeholders, in order and with repeats. */
export const toPlaceholderFields = (token: SqlToken): string[] =>
  toTextPieces(token.source).filter((_piece, index) => index % 2 === 1);

/**
 * Cuts text at its placeholders: text and field by turns, beginning and ending with text.
 * `a{{b}}` gives `['a', 'b', '']`.
 */
export const toTextPieces = (text: string): string[] =>
  text.split(PLACEHOLDER).map((piece, index) => (index % 2 === 1 ? piece.trim() : piece));

/** The text that a single-quoted token stands for. */
export const toTextValue = (token: SqlToken): string =>
  token.source.slice(1, -1).replaceAll("''", "'");
