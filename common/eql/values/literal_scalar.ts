import type { Literal } from '../ast';
import type { Scalar } from './scalar';

/** The value of a constant as written. */
export const toLiteralScalar = (literal: Literal): Scalar => {
  switch (literal.kind) {
    case 'null':
      return null;
    case 'number':
      return literal.isDouble ? Number(literal.digits) : BigInt(literal.digits);
    default:
      return literal.value;
  }
};
