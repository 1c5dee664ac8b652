import type { Expression } from '../ast';
import { collectFields } from '../collect_fields';
import type { FieldReader } from '../fields/field_reader';
import { compileScalar } from './compile_scalar';
import type { ComputedTest } from './condition';
import type { QueryScope } from './query_scope';

/** A test that computes its expression for combinations of field values. */
export const toComputedTest = (expression: Expression, scope: QueryScope): ComputedTest => {
  const fields: FieldReader[] = [];
  for (const field of collectFields(expression)) {
    const reader = scope.find(field);
    if (reader !== undefined && !fields.includes(reader)) fields.push(reader);
  }
  const evaluate = compileScalar(expression, (field) => {
    const reader = scope.find(field);
    return reader === undefined ? undefined : fields.indexOf(reader);
  });
  return { kind: 'computed', fields, evaluate, range: expression.range };
};
