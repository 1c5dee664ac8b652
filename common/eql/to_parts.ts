import type { Expression } from './ast';

/** The expressions that may hold fields and of which an expression is made, in the order they stand in it. */
export const toParts = (expression: Expression): readonly Expression[] => {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return expression.operands;
    case 'not':
    case 'sign':
    case 'match':
      return [expression.operand];
    case 'comparison':
    case 'arithmetic':
      return [expression.left, expression.right];
    case 'in':
      return [expression.operand, ...expression.members];
    case 'call':
      return expression.args;
    default:
      return [];
  }
};
