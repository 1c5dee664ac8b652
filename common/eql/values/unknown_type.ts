import { booleanType } from './boolean_type';
import { compareNumbers, toNumberScalar } from './scalar';
import type { Scalar } from './scalar';
import { parseDecimal } from './number_type';
import { stringType, toKeyword } from './string_type';
import { toOrderTest } from './to_order_test';
import type { LeafTest, PlainOperator, ValueType } from './value_type';

/**
 * A field without mapping: each value has the type its JSON shows, as Elasticsearch's dynamic mapping would
 * guess, and a constant is read as a value of that type: `pid == "7"` matches 7. Beside a number a text is a number, too:
 * `user.id == 33` matches "33", `pid > 100` not "99".
 */
export const unknownType: ValueType = {
  name: 'unknown',
  toComparison: (operator, constant) => {
    const isNumber = typeof constant === 'number' || typeof constant === 'bigint';
    const testText = stringType.toComparison(operator, constant);
    const testNumber = toNumberTest(operator, constant);
    const testBoolean = booleanType.toComparison(operator, constant);
    return (leaf) => {
      if (typeof leaf === 'string')
        return isNumber ? testNumber(leaf) : (testText?.(leaf) ?? false);
      if (typeof leaf === 'number') return testNumber(leaf);
      return typeof leaf === 'boolean' && (testBoolean?.(leaf) ?? false);
    };
  },
  toTextTest: (test) => (leaf) => {
    const text = toKeyword(leaf);
    return text !== undefined && test(text);
  },
  toScalar: (leaf): Scalar => {
    if (typeof leaf === 'number') return toNumberScalar(leaf);
    return typeof leaf === 'string' || typeof leaf === 'boolean' ? leaf : null;
  },
};

const toNumberTest = (operator: PlainOperator, constant: Exclude<Scalar, null>): LeafTest => {
  const wanted = typeof constant === 'string' ? parseDecimal(constant) : constant;
  if (wanted === undefined || typeof wanted === 'boolean') return () => false;
  const test = toOrderTest(operator);
  return (leaf) => {
    const value = typeof leaf === 'string' ? parseDecimal(leaf) : leaf;
    const isNumber = typeof value === 'number' || typeof value === 'bigint';
    return isNumber && test(compareNumbers(value, wanted));
  };
};
