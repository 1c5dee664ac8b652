import { isSignificant, toSqlKeyword, toSqlTokens, type SqlToken } from './sql_tokens';

/** Keywords that end a list of tables. */
const LIST_END: ReadonlySet<string> = new Set(
  'SELECT WHERE GROUP ORDER HAVING LIMIT WINDOW UNION EXCEPT INTERSECT'.split(' ')
);

/** Names of the tables that SQL reads, in small letters and each once; what its own WITH defines is no table. */
export const findTableNames = (sql: string): readonly string[] => {
  const tokens = toSqlTokens(sql).filter(isSignificant);
  const defined = new Set(findDefined(tokens));
  const isInList = toTableLists(tokens);
  const names = tokens.flatMap((token, index) => {
    const next = toSqlKeyword(tokens[index + 1]);
    const isTable = isPlaceOfTable(tokens, index, isInList) && next !== '(' && next !== '.';
    return isTable ? [toName(token)] : [];
  });
  return [...new Set(names)].filter((name) => name !== '' && !defined.has(name));
};

/** Whether the token stands behind FROM, JOIN or a comma of a list of tables. */
const isPlaceOfTable = (
  tokens: readonly SqlToken[],
  index: number,
  isInList: readonly boolean[]
): boolean => {
  const isQualified = toSqlKeyword(tokens[index - 1]) === '.';
  const before = index - (isQualified ? 3 : 1);
  switch (toSqlKeyword(tokens[before])) {
    case 'FROM':
      return toSqlKeyword(tokens[before - 1]) !== 'DISTINCT';
    case 'JOIN':
      return true;
    case ',':
      return isInList[before] ?? false;
    default:
      return false;
  }
};

/** For each token whether, on its own level of parentheses, it comes behind FROM and before what ends its list; in one pass. */
const toTableLists = (tokens: readonly SqlToken[]): boolean[] => {
  const levels = [false];
  return tokens.map((token) => {
    const keyword = toSqlKeyword(token);
    if (keyword === '(') levels.push(false);
    else if (keyword === ')' && levels.length > 1) levels.pop();
    else if (keyword === 'FROM') levels[levels.length - 1] = true;
    else if (LIST_END.has(keyword)) levels[levels.length - 1] = false;
    return levels[levels.length - 1] ?? false;
  });
};

/** `name AS (`, `name (columns) AS (`, and both with MATERIALIZED between. */
const findDefined = (tokens: readonly SqlToken[]): string[] => {
  let lastOpen = 0;
  return tokens.flatMap((token, index) => {
    const keyword = toSqlKeyword(token);
    if (keyword === '(') lastOpen = index;
    if (keyword !== 'AS') return [];
    if (!['(', 'NOT', 'MATERIALIZED'].includes(toSqlKeyword(tokens[index + 1]))) return [];
    const hasColumns = toSqlKeyword(tokens[index - 1]) === ')';
    const name = tokens[(hasColumns ? lastOpen : index) - 1];
    return name === undefined ? [] : [toName(name)];
  });
};

const toName = ({ kind, source }: SqlToken): string => {
  if (kind === 'word') return source.toLowerCase();
  return kind === 'identifier' ? source.slice(1, -1).toLowerCase() : '';
};
