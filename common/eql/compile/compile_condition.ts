import type { Expression } from '../ast';
import type { Condition, EventTest } from './condition';
import { findCombination } from './find_combination';
import { moveForward } from './move_forward';
import type { QueryScope } from './query_scope';
import { toCondition } from './to_condition';

/** Compiles a condition to one function of an event. */
export const compileCondition = (expression: Expression, scope: QueryScope): EventTest =>
  toEventTest(toCondition(expression, scope));

export const toEventTest = (condition: Condition): EventTest => {
  switch (condition.kind) {
    case 'and':
      return toEvery(condition.operands.map(toEventTest));
    case 'or':
      return toSome(condition.operands.map(toEventTest));
    case 'not': {
      const test = toEventTest(condition.operand);
      return (source) => !test(source);
    }
    case 'constant':
      return () => condition.value === true;
    case 'value': {
      const { field, test } = condition;
      return (source) => field.some(source, test);
    }
    case 'absence': {
      const { field } = condition;
      return (source) => !field.some(source, (leaf) => field.type.toScalar(leaf) !== null);
    }
    case 'computed':
      return (source) => findCombination(condition, source) !== undefined;
  }
};

/** Asks first what most events fail. Tests have no effects, so any order will do. */
const toEvery =
  (tests: EventTest[]): EventTest =>
  (source) => {
    let index = 0;
    for (const test of tests) {
      if (!test(source)) {
        moveForward(tests, index);
        return false;
      }
      index += 1;
    }
    return true;
  };

const toSome =
  (tests: readonly EventTest[]): EventTest =>
  (source) => {
    for (const test of tests) if (test(source)) return true;
    return false;
  };
