import type { Expression, Field } from './ast';

/** All fields an expression reads, in the order they stand in it, each time they do. */
export const collectFields = (expression: Expression): Field[] => {
  switch (expression.kind) {
    case 'field':
      return [expression];
    case 'and':
    case 'or':
      return expression.operands.flatMap(collectFields);
    case 'not':
    case 'sign':
    case 'match':
      return collectFields(expression.operand);
    case 'comparison':
    case 'arithmetic':
      return [...collectFields(expression.left), ...collectFields(expression.right)];
    case 'in':
      return [expression.operand, ...expression.members].flatMap(collectFields);
    case 'call':
      return expression.args.flatMap(collectFields);
    default:
      return [];
  }
};
