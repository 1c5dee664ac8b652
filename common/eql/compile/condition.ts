import type { EventSource } from '../../event/source_event';
import type { MatchOperator, TextRange } from '../ast';
import type { FieldReader } from '../fields/field_reader';
import type { TextTestName } from '../functions/text_tests';
import type { Scalar } from '../values/scalar';
import type { LeafTest, PlainOperator } from '../values/value_type';
import type { Evaluate } from './compile_scalar';

/**
 * A condition as the evaluator understands it: logic over tests, each of which is plainly true or false of an
 * event. Compiling turns it into one function, explaining walks it with an event in hand.
 */
export type Condition = LogicalCondition | NotCondition | Test;

export interface LogicalCondition {
  readonly kind: 'and' | 'or';
  readonly operands: readonly Condition[];
  readonly range: TextRange;
}

/** The plain complement: true for events without the field, too. */
export interface NotCondition {
  readonly kind: 'not';
  readonly operand: Condition;
  readonly range: TextRange;
}

export type Test = ConstantTest | ValueTest | AbsenceTest | ComputedTest;

/** Does not depend on the event. Null is neither true nor, under `not`, its opposite. */
export interface ConstantTest {
  readonly kind: 'constant';
  readonly value: boolean | null;
  readonly range: TextRange;
}

/** How values are held against members; `truth` is a boolean field by itself. */
export type ValueOperator =
  | PlainOperator
  | MatchOperator
  | 'in'
  | 'in~'
  | 'truth'
  | 'cidrMatch'
  | TextTestName
  | `${TextTestName}~`;

/** Some value of the field satisfies some member of the list. */
export interface ValueTest {
  readonly kind: 'value';
  readonly field: FieldReader;
  readonly operator: ValueOperator;
  /** All members at once, as fast as can be. */
  readonly test: LeafTest;
  /** One by one, for explaining; a single constant is a list of one. */
  readonly members: readonly Member[];
  readonly range: TextRange;
}

export interface Member {
  readonly constant: Scalar;
  readonly test: LeafTest;
  readonly range: TextRange;
}

/** The field has no value. */
export interface AbsenceTest {
  readonly kind: 'absence';
  readonly field: FieldReader;
  readonly range: TextRange;
}

/** For some combination of one value per field the expression is true; a field without value counts as null. */
export interface ComputedTest {
  readonly kind: 'computed';
  readonly fields: readonly FieldReader[];
  readonly evaluate: Evaluate;
  readonly range: TextRange;
}

/** Decides about one event. */
export type EventTest = (source: EventSource) => boolean;
