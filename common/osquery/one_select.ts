import type { NotOneSelectReason } from './filled_query';
import { findNeighbour, isSignificant, toSqlKeyword, type SqlToken } from './sql_tokens';

export type OneSelect =
  | { readonly ok: true; readonly tokens: readonly SqlToken[] }
  | { readonly ok: false; readonly reason: NotOneSelectReason };

/** Keywords that can begin the statement behind a WITH clause. */
const STATEMENTS: ReadonlySet<string> = new Set([
  'SELECT',
  'VALUES',
  'INSERT',
  'REPLACE',
  'UPDATE',
  'DELETE',
]);

/** Accepts one SELECT or WITH … SELECT and cuts off what follows its closing semicolon. */
export const toOneSelect = (tokens: readonly SqlToken[]): OneSelect => {
  if (tokens.some((token) => !token.isClosed)) return { ok: false, reason: 'unclosed' };
  // SQLite stops reading at NUL, so what follows it would be checked but not run.
  if (tokens.some((token) => token.source.includes('\0'))) {
    return { ok: false, reason: 'characters' };
  }

  const semicolon = tokens.findIndex((token) => token.source === ';');
  const statement = semicolon === -1 ? tokens : tokens.slice(0, semicolon);
  const rest = semicolon === -1 ? [] : tokens.slice(semicolon);
  if (rest.some((token) => isSignificant(token) && token.source !== ';')) {
    return { ok: false, reason: 'several_statements' };
  }
  return isSelect(statement)
    ? { ok: true, tokens: statement }
    : { ok: false, reason: 'not_select' };
};

const isSelect = (tokens: readonly SqlToken[]): boolean => {
  const first = toSqlKeyword(tokens[findNeighbour(tokens, -1, 1)]);
  return first === 'SELECT' || (first === 'WITH' && findStatementKeyword(tokens) === 'SELECT');
};

const findStatementKeyword = (tokens: readonly SqlToken[]): string | undefined => {
  let depth = 0;
  for (const token of tokens) {
    const keyword = toSqlKeyword(token);
    if (keyword === '(') depth += 1;
    else if (keyword === ')') depth -= 1;
    else if (depth === 0 && STATEMENTS.has(keyword)) return keyword;
  }
  return undefined;
};
