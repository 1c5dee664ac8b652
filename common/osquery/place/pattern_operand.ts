import { endsExpression } from './list_place';
import { findNeighbour, toSqlKeyword, type SqlToken } from '../sql_tokens';

/** The pattern that a value is part of: the right side of LIKE and its kin. */
export interface PatternOperand {
  readonly operator: string;
  /** Tokens of `a || b || …` if the pattern is nothing else; only in such a one can wildcards be made literal. */
  readonly chain?: readonly number[];
  /** What the query's own ESCAPE clause names: a character, or `undefined` if there is no such clause. */
  readonly escape?: string;
}

const PATTERN_OPERATORS: ReadonlySet<string> = new Set(['LIKE', 'GLOB', 'REGEXP', 'MATCH']);

/** A pattern can't reach back over these. */
const EXPRESSION_START: ReadonlySet<string> = new Set(
  'AND OR SELECT FROM WHERE ON HAVING BY LIMIT OFFSET CASE WHEN THEN ELSE ;'.split(' ')
);

/** The pattern operator whose right side holds the token at `index`, also from within parentheses. */
export const findPatternOperand = (
  tokens: readonly SqlToken[],
  index: number
): PatternOperand | undefined => {
  const operatorIndex = findPatternOperator(tokens, index);
  const token = tokens[operatorIndex];
  if (token === undefined) return undefined;

  const operator = toSqlKeyword(token);
  const chain = readChain(tokens, operatorIndex);
  const behind = findNeighbour(tokens, chain.at(-1) ?? operatorIndex, 1);
  const escape = readEscape(tokens, behind);
  const isWhole = escape !== undefined || endsExpression(tokens, behind);
  return {
    operator,
    ...(isWhole && chain.includes(index) && { chain }),
    ...(escape !== undefined && { escape }),
  };
};

const findPatternOperator = (tokens: readonly SqlToken[], index: number): number => {
  let depth = 0;
  // Behind a comma only an enclosing parenthesis can still be part of the pattern.
  let isOtherItem = false;
  for (let at = index - 1; at >= 0; at -= 1) {
    const keyword = toSqlKeyword(tokens[at]);
    if (keyword === ')') depth += 1;
    else if (keyword === '(' && depth > 0) depth -= 1;
    else if (keyword === '(') isOtherItem = false;
    else if (depth > 0) continue;
    else if (keyword === ',') isOtherItem = true;
    else if (EXPRESSION_START.has(keyword)) return -1;
    else if (!isOtherItem && PATTERN_OPERATORS.has(keyword)) return at;
  }
  return -1;
};

/** Indexes of the operands of `operand (|| operand)*` behind the operator, as far as that form goes. */
const readChain = (tokens: readonly SqlToken[], operatorIndex: number): number[] => {
  const chain: number[] = [];
  for (let at = operatorIndex; ;) {
    const operand = findNeighbour(tokens, at, 1);
    const kind = tokens[operand]?.kind;
    if (kind !== 'text' && kind !== 'placeholder' && kind !== 'number') return chain;
    chain.push(operand);
    at = findNeighbour(tokens, operand, 1);
    if (toSqlKeyword(tokens[at]) !== '||') return chain;
  }
};

/** The character of `ESCAPE 'c'` that begins at `index`; empty text where the clause names something else. */
const readEscape = (tokens: readonly SqlToken[], index: number): string | undefined => {
  if (toSqlKeyword(tokens[index]) !== 'ESCAPE') return undefined;
  const token = tokens[findNeighbour(tokens, index, 1)];
  return /^'([^'])'$/u.exec(token?.source ?? '')?.[1] ?? '';
};
