import { isSignificant, toSqlKeyword, toSqlTokens, type SqlToken } from './sql_tokens';

/** Keywords that end a list of tables. */
const LIST_END: ReadonlySet<string> = new Set(
  'SELECT WHERE GROUP ORDER HAVING LIMIT WINDOW UNION EXCEPT INTERSECT'.split(' ')
);

/** Names of the tables that SQL reads, in small letters and each once; what its own WITH defines is no table. */
export const findTableNames = (sql: string): readonly string[] => {
  const tokens = toSqlTokens(sql).filter(isSignificant);
  const defined = new Set(findDefined(tokens));
  const names = tokens.flatMap((token, index) => {
    const next = toSqlKeyword(tokens[index + 1]);
    const isTable = isPlaceOfTable(tokens, index) && next !== '(' && next !== '.';
    return isTable ? [toName(token)] : [];
  });
  return [...new Set(names)].filter((name) => name !== '' && !defined.has(name));
};

/** Whether the token stands behind FROM, JOIN or a comma of a list of tables. */
const isPlaceOfTable = (tokens: readonly SqlToken[], index: number): boolean => {
  const isQualified = toSqlKeyword(tokens[index - 1]) === '.';
  const before = index - (isQualified ? 3 : 1);
  switch (toSqlKeyword(tokens[before])) {
    case 'FROM':
      return toSqlKeyword(tokens[before - 1]) !== 'DISTINCT';
    case 'JOIN':
      return true;
    case ',':
      return isInTableList(tokens, before);
    default:
      return false;
  }
};

/** Whether a comma, on its own level of parentheses, comes behind FROM and before what ends its list. */
const isInTableList = (tokens: readonly SqlToken[], comma: number): boolean => {
  let depth = 0;
  for (let at = comma - 1; at >= 0; at -= 1) {
    const keyword = toSqlKeyword(tokens[at]);
    if (keyword === ')') depth += 1;
    else if (keyword === '(') {
      if (depth === 0) return false;
      depth -= 1;
    } else if (depth === 0 && keyword === 'FROM') return true;
    else if (depth === 0 && LIST_END.has(keyword)) return false;
  }
  return false;
};

/** `name AS (`, `name (columns) AS (`, and both with MATERIALIZED between. */
const findDefined = (tokens: readonly SqlToken[]): string[] =>
  tokens.flatMap((token, index) => {
    if (toSqlKeyword(token) !== 'AS') return [];
    if (!['(', 'NOT', 'MATERIALIZED'].includes(toSqlKeyword(tokens[index + 1]))) return [];
    let at = index - 1;
    if (toSqlKeyword(tokens[at]) === ')') {
      while (at >= 0 && toSqlKeyword(tokens[at]) !== '(') at -= 1;
      at -= 1;
    }
    const name = tokens[at];
    return name === undefined ? [] : [toName(name)];
  });

const toName = ({ kind, source }: SqlToken): string => {
  if (kind === 'word') return source.toLowerCase();
  return kind === 'identifier' ? source.slice(1, -1).toLowerCase() : '';
};
