import type { Comparison, Expression, In, TextRange } from '../ast';
import { collectFields } from '../collect_fields';
import { findConstant } from '../compile/find_constant';
import type { Scalar } from '../values/scalar';
import { quote } from './check_context';
import type { CheckContext } from './check_context';
import { toStaticType } from './static_type';
import type { StaticType } from './static_type';

/** In the place of a condition one side must be constant, and a value of the other side's type. */
export const checkComparison = (expression: Comparison, context: CheckContext): void => {
  const { left, right, operator } = expression;
  const [a, b] = [findConstant(left, context.scope), findConstant(right, context.scope)];
  if (a === undefined && b === undefined) {
    // Two fields that no index may have are compared as the nulls they mostly are.
    const areOptional = [left, right].every((side) => side.kind === 'field' && side.optional);
    if (!areOptional) refuseFields(right, context);
  } else if (b !== undefined) checkValue(left, right.range, b, operator, context);
  else if (a !== undefined) checkValue(right, left.range, a, operator, context);
};

/** Members must be constant in the place of a condition, and of one type everywhere. */
export const checkIn = (expression: In, isCondition: boolean, context: CheckContext): void => {
  const { operand, members } = expression;
  let expected = toListType(toStaticType(operand, context.fields));
  for (const member of members) {
    const constant = findConstant(member, context.scope);
    if (constant === undefined && isCondition) refuseFields(member, context);
    const found = toListType(toStaticType(member, context.fields));
    if (expected !== 'unknown' && found !== 'unknown' && expected !== found) {
      context.report(member.range, 'list_types_mixed', { values: { expected, found } });
    } else if (constant !== undefined) checkValue(operand, member.range, constant, '==', context);
    if (expected === 'unknown') expected = found;
  }
};

/** Dates, addresses and versions are written as strings. */
const toListType = (type: StaticType): StaticType => {
  if (type === 'null' || type === 'date') return 'unknown';
  return type === 'ip' || type === 'version' ? 'string' : type;
};

const refuseFields = (side: Expression, context: CheckContext): void => {
  const [field] = collectFields(side);
  const name = field?.name ?? quote(context.text, side.range);
  context.report(side.range, 'comparison_between_fields', { values: { field: name } });
};

const checkValue = (
  side: Expression,
  range: TextRange,
  constant: Scalar,
  operator: Comparison['operator'],
  context: CheckContext
): void => {
  const reader = side.kind === 'field' ? context.scope.find(side) : undefined;
  if (side.kind !== 'field' || reader === undefined || constant === null) return;
  const mapped = context.fields?.byName.get(side.name);
  const isDate = reader.type.toInstant !== undefined;
  // The timestamp field is a date in any case.
  if (mapped?.type === undefined && !isDate) return;
  const plain = operator === '!=' ? '==' : operator;
  if (reader.type.toComparison(plain, constant) !== undefined) return;
  const found = quote(context.text, range);
  if (isDate && typeof constant === 'string' && DATE_MATH.test(constant)) {
    context.report(range, 'date_math_unsupported', { values: { found } });
    return;
  }
  const values = { field: side.name, type: mapped?.esType ?? 'date', found };
  context.report(range, 'value_not_of_field_type', { values });
};

/** Counted from the present moment, or from a date behind which `||` stands. */
const DATE_MATH = /^now(?:[+\-/]|$)|\|\|/;
