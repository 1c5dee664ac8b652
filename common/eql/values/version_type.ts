import { compareScalarOrder } from './compare_scalar_order';
import { compareVersions, parseVersion } from './version';
import { toScalarText } from './scalar';
import { stringType, toKeyword } from './string_type';
import { toOrderTest } from './to_order_test';
import type { ValueType } from './value_type';

/** Software versions: texts in the order of semantic versioning, so `1.11` is greater than `1.5`. */
export const versionType: ValueType = {
  ...stringType,
  name: 'version',
  compare: (a, b) =>
    a === null || b === null
      ? compareScalarOrder(a, b)
      : compareVersions(parseVersion(toScalarText(a)), parseVersion(toScalarText(b))),
  toComparison: (operator, constant) => {
    const wanted = parseVersion(toScalarText(constant));
    const test = toOrderTest(operator);
    return (leaf) => {
      const text = toKeyword(leaf);
      return text !== undefined && test(compareVersions(parseVersion(text), wanted));
    };
  },
};
