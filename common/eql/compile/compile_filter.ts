import type { EventFilter } from '../ast';
import type { Condition, EventTest, ValueTest } from './condition';
import { toEventTest } from './compile_condition';
import type { QueryScope } from './query_scope';
import { toCondition } from './to_condition';

/** Compiles category and condition of an event query or of a term. */
export const compileFilter = (filter: EventFilter, scope: QueryScope): EventTest =>
  toEventTest(toFilterCondition(filter, scope));

/** The whole of a filter as one condition; the category comes first, as it is written. */
export const toFilterCondition = (filter: EventFilter, scope: QueryScope): Condition => {
  const condition = toCondition(filter.condition, scope);
  const category = toCategoryTest(filter, scope);
  if (category === undefined) return condition;
  const operands =
    condition.kind === 'and' ? [category, ...condition.operands] : [category, condition];
  return { kind: 'and', operands, range: filter.range };
};

const toCategoryTest = ({ category }: EventFilter, scope: QueryScope): ValueTest | undefined => {
  if (category === undefined) return undefined;
  const { name, range } = category;
  const test = scope.category.type.toComparison('==', name) ?? (() => false);
  const members = [{ constant: name, test, range }];
  return { kind: 'value', field: scope.category, operator: '==', test, members, range };
};
