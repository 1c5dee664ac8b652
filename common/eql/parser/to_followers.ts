import type { Expression } from '../ast';
import type { Expected } from '../errors/eql_error';

/** What an error offers behind a condition: comparisons do not chain. */
export const toFollowers = (condition: Expression): Expected[] => {
  const last = toLast(condition);
  const isCompared = last.kind === 'comparison' || last.kind === 'in' || last.kind === 'match';
  const tokens = isCompared ? ['and', 'or'] : ['==', ':', 'in', 'and', 'or'];
  return tokens.map((token) => ({ token }));
};

const toLast = (condition: Expression): Expression => {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return toLast(condition.operands.at(-1) ?? condition);
    case 'not':
      return toLast(condition.operand);
    default:
      return condition;
  }
};
