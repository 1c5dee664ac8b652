import type { Expression } from '../ast';
import { toParts } from '../to_parts';
import type { Scalar } from '../values/scalar';
import { compileScalar } from './compile_scalar';
import type { QueryScope } from './query_scope';

/**
 * The value of an expression that depends on no event, or undefined when it depends on one. Every level of a query
 * asks for it, so each part is computed once and from its parts.
 */
export const findConstant = (expression: Expression, scope: QueryScope): Scalar | undefined => {
  const { constants } = scope;
  if (constants.has(expression)) return constants.get(expression);
  const constant = computeConstant(expression, scope);
  constants.set(expression, constant);
  return constant;
};

const computeConstant = (expression: Expression, scope: QueryScope): Scalar | undefined => {
  if (expression.kind === 'field') return scope.find(expression) === undefined ? null : undefined;
  const parts = toParts(expression);
  if (parts.some((part) => findConstant(part, scope) === undefined)) return undefined;
  const findPart = (part: Expression) => () => findConstant(part, scope) ?? null;
  return compileScalar(expression, () => undefined, findPart)([]);
};
