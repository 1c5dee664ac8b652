import type { PlainOperator } from '../values/value_type';

/** The operator with its sides swapped: `5 < x` is `x > 5`. */
export const mirror = (operator: PlainOperator): PlainOperator => MIRRORED[operator];

const MIRRORED: Readonly<Record<PlainOperator, PlainOperator>> = {
  '==': '==',
  '<': '>',
  '<=': '>=',
  '>': '<',
  '>=': '<=',
};
