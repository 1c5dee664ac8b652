import type { Expression } from '../ast';
import { isBooleanPredicate } from '../compile/is_boolean_predicate';
import type { EqlFields } from '../fields/eql_fields';
import { findFunction } from '../functions/find_function';
import type { FieldTypeName } from '../values/value_type';

/** What is known of an expression's type before any event is seen. */
export type StaticType =
  'string' | 'number' | 'boolean' | 'date' | 'ip' | 'version' | 'null' | 'unknown';

export const toStaticType = (expression: Expression, fields: EqlFields | undefined): StaticType => {
  if (isBooleanPredicate(expression)) return 'boolean';
  switch (expression.kind) {
    case 'arithmetic':
    case 'sign':
    case 'number':
      return 'number';
    case 'string':
    case 'boolean':
    case 'null':
      return expression.kind;
    case 'field':
      return toFieldStaticType(fields?.byName.get(expression.name)?.type);
    case 'call':
      return toResultType(expression.name);
    default:
      return 'unknown';
  }
};

const toResultType = (name: string): StaticType => {
  const result = findFunction(name)?.result;
  if (result === undefined) return 'unknown';
  return result === 'integer' ? 'number' : result;
};

const toFieldStaticType = (type: FieldTypeName | undefined): StaticType => {
  switch (type) {
    case undefined:
      return 'unknown';
    case 'long':
    case 'double':
      return 'number';
    case 'date_nanos':
      return 'date';
    default:
      return type;
  }
};
