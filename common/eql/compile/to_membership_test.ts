import { foldAscii } from '../patterns/fold_case';
import { toScalarText } from '../values/scalar';
import type { Scalar } from '../values/scalar';
import type { LeafTest, ValueType } from '../values/value_type';
import type { Member } from './condition';

/** `in`: texts of keyword-like fields are looked up at once, everything else asks member by member. */
export const toMembershipTest = (type: ValueType, members: readonly Member[]): LeafTest => {
  const askEach: LeafTest = (leaf) => members.some(({ test }) => test(leaf));
  if (type.name !== 'string' && type.name !== 'unknown') return askEach;
  const wanted = new Set(toTexts(members.map(({ constant }) => constant)));
  const numbers = members.filter(({ constant }) => isNumber(constant));
  // A text like "007" is a number beside one, where no mapping says that it is a text.
  const askNumbers: LeafTest | undefined =
    type.name === 'unknown' && numbers.length > 0
      ? (leaf) => numbers.some(({ test }) => test(leaf))
      : undefined;
  return (leaf) =>
    typeof leaf === 'string' ? wanted.has(leaf) || (askNumbers?.(leaf) ?? false) : askEach(leaf);
};

/** `in~`: the same without regard to ASCII case. */
export const toFoldedMembershipTest = (type: ValueType, constants: readonly Scalar[]): LeafTest => {
  const wanted = new Set(toTexts(constants).map(foldAscii));
  return type.toTextTest((text) => wanted.has(foldAscii(text)));
};

const isNumber = (constant: Scalar): boolean =>
  typeof constant === 'number' || typeof constant === 'bigint';

const toTexts = (constants: readonly Scalar[]): string[] =>
  constants.flatMap((constant) => (constant === null ? [] : [toScalarText(constant)]));
