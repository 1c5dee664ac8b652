import type { PlainOperator } from './value_type';

/** Turns an operator into a look at the outcome of comparing: negative, zero or positive. */
export const toOrderTest = (operator: PlainOperator): ((order: number) => boolean) =>
  ORDER_TESTS[operator];

const ORDER_TESTS: Readonly<Record<PlainOperator, (order: number) => boolean>> = {
  '==': (order) => order === 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};
