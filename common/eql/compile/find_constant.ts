import type { Expression } from '../ast';
import { collectFields } from '../collect_fields';
import type { Scalar } from '../values/scalar';
import { compileScalar } from './compile_scalar';
import type { QueryScope } from './query_scope';

/** The value of an expression that depends on no event, or undefined when it depends on one. */
export const findConstant = (expression: Expression, scope: QueryScope): Scalar | undefined => {
  const isConstant = collectFields(expression).every((field) => scope.find(field) === undefined);
  if (!isConstant) return undefined;
  return compileScalar(expression, () => undefined)([]);
};
