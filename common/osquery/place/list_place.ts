import { findNeighbour, toSqlKeyword, type SqlToken } from '../sql_tokens';

/** How a value stands in a query, as far as it decides whether several values may stand there. */
export type ListPlace =
  /** `IN ({{f}})`: an element among others. */
  | { readonly kind: 'element' }
  /** `IN {{f}}`: the list itself. */
  | { readonly kind: 'list' }
  /** `= {{f}}`: becomes a list if the operator at `operatorIndex` becomes `operator`. */
  | { readonly kind: 'comparison'; readonly operatorIndex: number; readonly operator: string }
  | { readonly kind: 'single' };

const LIST_OPERATORS: ReadonlyMap<string, string> = new Map([
  ['=', 'IN'],
  ['==', 'IN'],
  ['!=', 'NOT IN'],
  ['<>', 'NOT IN'],
]);

/** Behind these the right side of a comparison is complete: nothing binds tighter than the comparison itself. */
const EXPRESSION_END: ReadonlySet<string> = new Set(
  (
    ') , AND OR AS FROM WHERE GROUP HAVING WINDOW ORDER LIMIT OFFSET UNION INTERSECT EXCEPT ' +
    'JOIN LEFT RIGHT FULL INNER CROSS NATURAL WHEN THEN ELSE END'
  ).split(' ')
);

/** Whether the expression that ends right before the token at `index` (-1: end of the query) is complete. */
export const endsExpression = (tokens: readonly SqlToken[], index: number): boolean =>
  index === -1 || EXPRESSION_END.has(toSqlKeyword(tokens[index]));

/** Tells how the value at `index` stands. */
export const findListPlace = (tokens: readonly SqlToken[], index: number): ListPlace => {
  const before = findNeighbour(tokens, index, -1);
  const behind = findNeighbour(tokens, index, 1);
  const previous = toSqlKeyword(tokens[before]);
  if (previous === 'IN') return { kind: 'list' };

  const operator = LIST_OPERATORS.get(previous);
  if (operator !== undefined && endsExpression(tokens, behind)) {
    return { kind: 'comparison', operatorIndex: before, operator };
  }
  const next = toSqlKeyword(tokens[behind]);
  const isElement = (previous === '(' || previous === ',') && (next === ')' || next === ',');
  return isElement && isInList(tokens, index) ? { kind: 'element' } : { kind: 'single' };
};

/** Whether the innermost parenthesis around `index` is that of `IN (…)` and no subquery. */
const isInList = (tokens: readonly SqlToken[], index: number): boolean => {
  const open = findOpenParenthesis(tokens, index);
  if (open === -1 || toSqlKeyword(tokens[findNeighbour(tokens, open, -1)]) !== 'IN') return false;
  const first = toSqlKeyword(tokens[findNeighbour(tokens, open, 1)]);
  return first !== 'SELECT' && first !== 'WITH';
};

const findOpenParenthesis = (tokens: readonly SqlToken[], index: number): number => {
  let depth = 0;
  for (let at = index - 1; at >= 0; at -= 1) {
    const keyword = toSqlKeyword(tokens[at]);
    if (keyword === ')') depth += 1;
    else if (keyword === '(' && depth > 0) depth -= 1;
    else if (keyword === '(') return at;
  }
  return -1;
};
