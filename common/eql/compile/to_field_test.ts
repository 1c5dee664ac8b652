import type { Call, Comparison, Expression, Field, In, Match } from '../ast';
import type { FieldReader } from '../fields/field_reader';
import { findFunction } from '../functions/find_function';
import { toBlockTest } from '../functions/ip_functions';
import { findTextTestName, TEXT_TESTS } from '../functions/text_tests';
import { foldAscii } from '../patterns/fold_case';
import { toPatternTest } from '../patterns/to_pattern_test';
import { toLiteralScalar } from '../values/literal_scalar';
import { toScalarText } from '../values/scalar';
import type { Scalar } from '../values/scalar';
import type { LeafTest, PlainOperator } from '../values/value_type';
import type { Member, ValueTest } from './condition';
import { findConstant } from './find_constant';
import { mirror } from './mirror_operator';
import type { QueryScope } from './query_scope';
import { toFoldedMembershipTest, toMembershipTest } from './to_membership_test';

/**
 * The test of a plain field against constants, which can be asked of each value by itself.
 * @returns undefined when the expression is no such test
 */
export const toFieldTest = (expression: Expression, scope: QueryScope): ValueTest | undefined => {
  switch (expression.kind) {
    case 'field':
      return toTruth(expression, scope);
    case 'comparison':
      return toComparison(expression, scope);
    case 'in':
      return toIn(expression, scope);
    case 'match':
      return toMatch(expression, scope);
    case 'call':
      return toCall(expression, scope);
    default:
      return undefined;
  }
};

const findField = (expression: Expression, scope: QueryScope): FieldReader | undefined =>
  expression.kind === 'field' ? scope.find(expression) : undefined;

/** Constants that are null or no value of the field's type satisfy nothing. */
const compare = (field: FieldReader, operator: PlainOperator, constant: Scalar): LeafTest =>
  (constant === null ? undefined : field.type.toComparison(operator, constant)) ?? (() => false);

/** A boolean field by itself. */
const toTruth = (expression: Field, scope: QueryScope): ValueTest | undefined => {
  const field = scope.find(expression);
  if (field === undefined) return undefined;
  const { range } = expression;
  const test = compare(field, '==', true);
  const members = [{ constant: true, test, range }];
  return { kind: 'value', field, operator: 'truth', test, members, range };
};

const toComparison = (expression: Comparison, scope: QueryScope): ValueTest | undefined => {
  const { left, right, operator, range } = expression;
  if (operator === '!=') return undefined;
  const sides: [Expression, Expression, PlainOperator][] = [
    [left, right, operator],
    [right, left, mirror(operator)],
  ];
  for (const [asked, against, towards] of sides) {
    const field = findField(asked, scope);
    const constant = findConstant(against, scope);
    if (field === undefined || constant === undefined) continue;
    const test = compare(field, towards, constant);
    const members = [{ constant, test, range: against.range }];
    return { kind: 'value', field, operator: towards, test, members, range };
  }
  return undefined;
};

const toIn = (expression: In, scope: QueryScope): ValueTest | undefined => {
  const { range, ignoreCase } = expression;
  const field = findField(expression.operand, scope);
  if (field === undefined) return undefined;
  const members: Member[] = [];
  for (const member of expression.members) {
    const constant = findConstant(member, scope);
    if (constant === undefined) return undefined;
    const test = ignoreCase
      ? toFoldedMembershipTest(field.type, [constant])
      : compare(field, '==', constant);
    members.push({ constant, test, range: member.range });
  }
  const test = ignoreCase
    ? toFoldedMembershipTest(
        field.type,
        members.map(({ constant }) => constant)
      )
    : toMembershipTest(field.type, members);
  return { kind: 'value', field, operator: ignoreCase ? 'in~' : 'in', test, members, range };
};

const toMatch = (expression: Match, scope: QueryScope): ValueTest | undefined => {
  const { operator, patterns, range } = expression;
  const field = findField(expression.operand, scope);
  if (field === undefined) return undefined;
  const members = patterns.map((pattern) => ({
    constant: toLiteralScalar(pattern),
    test: field.type.toTextTest(toPatternTest(operator, [pattern])),
    range: pattern.range,
  }));
  const test = field.type.toTextTest(toPatternTest(operator, patterns));
  return { kind: 'value', field, operator, test, members, range };
};

const toCall = (expression: Call, scope: QueryScope): ValueTest | undefined =>
  findFunction(expression.name)?.name === 'cidrMatch'
    ? toBlocks(expression, scope)
    : toTextCall(expression, scope);

const toBlocks = ({ args, range }: Call, scope: QueryScope): ValueTest | undefined => {
  const [source, ...blocks] = args;
  const field = source === undefined ? undefined : findField(source, scope);
  if (field === undefined) return undefined;
  const constants = blocks.map((block) => findConstant(block, scope) ?? null);
  const members = constants.map((constant, index) => ({
    constant,
    test: field.type.toTextTest(toBlockTest([constant])),
    range: blocks[index]?.range ?? range,
  }));
  const test = field.type.toTextTest(toBlockTest(constants));
  return { kind: 'value', field, operator: 'cidrMatch', test, members, range };
};

/** `startsWith(f, "x")` and its like are asked of the index, where ignoring case means ASCII. */
const toTextCall = (expression: Call, scope: QueryScope): ValueTest | undefined => {
  const { args, range, ignoreCase } = expression;
  const name = findTextTestName(expression.name);
  const [first, second] = args;
  if (name === undefined || first === undefined || second === undefined) return undefined;
  const field = findField(first, scope);
  const constant = findConstant(second, scope);
  if (field === undefined || constant === undefined || constant === null) return undefined;
  const fold = ignoreCase ? foldAscii : (text: string): string => text;
  const wanted = fold(toScalarText(constant));
  const isMet = TEXT_TESTS[name];
  const test = field.type.toTextTest((text) => isMet(fold(text), wanted));
  const members = [{ constant, test, range: second.range }];
  return { kind: 'value', field, operator: ignoreCase ? `${name}~` : name, test, members, range };
};
