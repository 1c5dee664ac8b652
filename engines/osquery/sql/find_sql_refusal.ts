/**
 * Is this text one reading statement? Judged from the text alone, before any engine sees it, so that
 * `osqueryi` never gets a dot-command or a second statement. SQLite's authorizer judges again.
 */
import { isSignificant, toSqlTokens } from '../../../common/osquery/sql_tokens';

const READING_KEYWORDS = new Set(['SELECT', 'WITH', 'VALUES']);
/** What the query begins with, as far as it is shown. */
const FIRST_WORD = /^\S{1,40}/;

interface Word {
  readonly source: string;
  readonly offset: number;
}

const toWords = (sql: string): Word[] => {
  let end = 0;
  return toSqlTokens(sql).flatMap((token) => {
    const offset = end;
    end += token.source.length;
    return isSignificant(token) ? { source: token.source, offset } : [];
  });
};

/** Whether the text holds no statement: blanks, comments and `;` only. */
export const isEmptySql = (sql: string): boolean =>
  toWords(sql).every(({ source }) => source === ';');

/** The text from its first word on: a comment before it might be taken for something else, such as `--flag`. */
export const skipComments = (sql: string): string => sql.slice(toWords(sql)[0]?.offset ?? 0);

/** `line 2, column 5`, both from 1. */
export const toPosition = (sql: string, offset: number): string => {
  const before = sql.slice(0, offset).split('\n');
  return `line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
};

/** The sentence that refuses a text other than one SELECT, WITH … SELECT or VALUES; undefined if it may go on. */
export const findSqlRefusal = (sql: string): string | undefined => {
  if (sql.includes('\0')) return 'The query holds a NUL character.';
  const words = toWords(sql);
  const first = words[0];
  if (!first || first.source === ';') return 'The query is empty.';
  if (!READING_KEYWORDS.has(first.source.toUpperCase())) {
    const word = FIRST_WORD.exec(sql.slice(first.offset))?.[0] ?? first.source;
    return `Only SELECT is allowed here, and the query begins with ${word}`;
  }
  const end = words.findIndex(({ source }) => source === ';');
  const next = end < 0 ? undefined : words.slice(end).find(({ source }) => source !== ';');
  return next
    ? `Only one statement is allowed here, and another begins at ${toPosition(sql, next.offset)}.`
    : undefined;
};
