import type { EventSource } from '../../event/source_event';
import type { ComputedTest, Condition, ValueTest } from '../compile/condition';
import { findCombination } from '../compile/find_combination';
import type { FieldReader } from '../fields/field_reader';
import type { Scalar } from '../values/scalar';
import type { Clause, ComputedClause, DecisiveValue, ValueClause } from './clause';

/** Walks a condition with an event in hand. Every clause is looked at, decided or not. */
export const explainCondition = (condition: Condition, source: EventSource): Clause => {
  const { range } = condition;
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const clauses = condition.operands.map((operand) => explainCondition(operand, source));
      const outcome =
        condition.kind === 'and'
          ? clauses.every((clause) => clause.outcome)
          : clauses.some((clause) => clause.outcome);
      return { kind: condition.kind, range, outcome, clauses };
    }
    case 'not': {
      const clause = explainCondition(condition.operand, source);
      return { kind: 'not', range, outcome: !clause.outcome, clause };
    }
    case 'constant':
      return { kind: 'constant', range, outcome: condition.value === true };
    case 'value':
      return explainValueTest(condition, source);
    case 'absence': {
      const values = toValues(condition.field, source);
      return {
        kind: 'absence',
        range,
        outcome: values.length === 0,
        field: condition.field.name,
        values,
      };
    }
    case 'computed':
      return explainComputedTest(condition, source);
  }
};

const explainValueTest = (test: ValueTest, source: EventSource): ValueClause => {
  const { range, operator, field } = test;
  const values = toValues(field, source);
  const decisive = findDecisive(test, values);
  const clause = { kind: 'value', range, operator, field: field.name, values } as const;
  return decisive === undefined
    ? { ...clause, outcome: false }
    : { ...clause, outcome: true, decisive };
};

const findDecisive = (
  { test, members }: ValueTest,
  values: readonly unknown[]
): DecisiveValue | undefined => {
  const valueIndex = values.findIndex(test);
  const value = values[valueIndex];
  const memberIndex = members.findIndex((member) => member.test(value));
  const member = members[memberIndex];
  if (valueIndex === -1 || member === undefined) return undefined;
  return { value, valueIndex, memberIndex, memberRange: member.range };
};

const explainComputedTest = (test: ComputedTest, source: EventSource): ComputedClause => {
  const { range } = test;
  const fields = test.fields.map((field) => ({
    field: field.name,
    values: toValues(field, source),
  }));
  const decisive = findCombination(test, source)?.map(toPlain);
  const clause = { kind: 'computed', range, fields } as const;
  return decisive === undefined
    ? { ...clause, outcome: false }
    : { ...clause, outcome: true, decisive };
};

const toValues = (field: FieldReader, source: EventSource): unknown[] => {
  const values: unknown[] = [];
  field.some(source, (leaf) => {
    if (field.type.toScalar(leaf) !== null) values.push(leaf);
    return false;
  });
  return values;
};

/** JSON has no bigints; what a number can not hold exactly becomes text. */
const toPlain = (value: Scalar): string | number | boolean | null => {
  if (typeof value !== 'bigint') return value;
  return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
};
