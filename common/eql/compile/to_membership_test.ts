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
  return (leaf) => (typeof leaf === 'string' ? wanted.has(leaf) : askEach(leaf));
};

/** `in~`: the same without regard to ASCII case. */
export const toFoldedMembershipTest = (type: ValueType, constants: readonly Scalar[]): LeafTest => {
  const wanted = new Set(toTexts(constants).map(foldAscii));
  return type.toTextTest((text) => wanted.has(foldAscii(text)));
};

const toTexts = (constants: readonly Scalar[]): string[] =>
  constants.flatMap((constant) => (constant === null ? [] : [toScalarText(constant)]));
