import type { ComparisonOperator } from '../ast';
import type { Instant } from './parse_instant';
import type { Scalar } from './scalar';

/** Looks at one value of a field as it stands in the event, null included. */
export type LeafTest = (leaf: unknown) => boolean;

/** `!=` does not occur: it is the complement of `==` over all values of a field. */
export type PlainOperator = Exclude<ComparisonOperator, '!='>;

export type FieldTypeName =
  'unknown' | 'string' | 'long' | 'double' | 'boolean' | 'date' | 'date_nanos' | 'ip' | 'version';

/** How the values of one field type are indexed, compared and shown. */
export interface ValueType {
  readonly name: FieldTypeName;
  /**
   * A test against a constant, which is first read as a value of this type.
   * @returns undefined when the constant is no value of this type
   */
  toComparison(operator: PlainOperator, constant: Exclude<Scalar, null>): LeafTest | undefined;
  /** A test of the value's text, for `:`, `like`, `regex` and `in~`. */
  toTextTest(test: (text: string) => boolean): LeafTest;
  /** The value inside an expression; null when the leaf is none or can not be indexed. */
  toScalar(leaf: unknown): Scalar;
  /** Order of what `toScalar` gives, where it is not that of the texts. */
  compare?(a: Scalar, b: Scalar): number;
  /** The moment a leaf stands for; dates only. */
  toInstant?(leaf: unknown): Instant | undefined;
}
