import type { Expression } from '../ast';
import { findFunction } from '../functions/find_function';

/** Whether an expression is by its form true or false, and not a field or a constant that happens to be. */
export const isBooleanPredicate = (expression: Expression): boolean => {
  switch (expression.kind) {
    case 'and':
    case 'or':
    case 'not':
    case 'comparison':
    case 'in':
    case 'match':
      return true;
    case 'call':
      return findFunction(expression.name)?.result === 'boolean';
    default:
      return false;
  }
};
