import type { Call, Comparison, Expression, In, Literal, Match } from '../../common/eql/ast';
import type { EventSource } from '../../common/event/source_event';

/**
 * Decides about events in the most obvious way: all leaves are listed with their paths, every test is asked of every
 * value, patterns are matched character by character. Knows the conditions that `evaluation.property.test.ts` makes.
 */
export const slowMatches = (expression: Expression, source: EventSource): boolean => {
  switch (expression.kind) {
    case 'and':
      return expression.operands.every((operand) => slowMatches(operand, source));
    case 'or':
      return expression.operands.some((operand) => slowMatches(operand, source));
    case 'not':
      return !slowMatches(expression.operand, source);
    case 'field':
      return valuesOf(expression, source).some(
        (value) => String(value) === 'true' && typeof value !== 'number'
      );
    case 'comparison':
      return compare(expression, source);
    case 'in':
      return isIn(expression, source);
    case 'match':
      return matches(expression, source);
    case 'call':
      return combine(expression, source, (value) => value === true);
    default:
      throw new Error(`not made by the tests: ${expression.kind}`);
  }
};

type Leaf = string | number | boolean;

/** All values of a field. */
const valuesOf = (expression: Expression, source: EventSource): Leaf[] => {
  if (expression.kind !== 'field') throw new Error('not a field');
  const leaves: Leaf[] = [];
  const walk = (node: unknown, path: string | undefined): void => {
    if (Array.isArray(node)) for (const item of node) walk(item, path);
    else if (typeof node === 'object' && node !== null) {
      for (const [key, child] of Object.entries(node)) {
        walk(child, path === undefined ? key : `${path}.${key}`);
      }
    } else if (path === expression.name && node !== null) {
      if (typeof node === 'string' || typeof node === 'number' || typeof node === 'boolean')
        leaves.push(node);
    }
  };
  walk(source, undefined);
  return leaves;
};

const constantOf = (literal: Expression): Leaf | null => {
  switch (literal.kind) {
    case 'string':
    case 'boolean':
      return literal.value;
    case 'number':
      return Number(literal.digits);
    case 'null':
      return null;
    default:
      throw new Error('not a constant');
  }
};

const compare = (expression: Comparison, source: EventSource): boolean => {
  const { left, right, operator } = expression;
  const constant = constantOf(right);
  if (operator === '!=') return !compare({ ...expression, operator: '==' }, source);
  if (left.kind !== 'field') {
    return combine(left, source, (value) => {
      if (value === null || constant === null) return operator === '==' && value === constant;
      if (typeof value === typeof constant) return holds(operator, order(value, constant));
      const areNumeric = [value, constant].some((one) => typeof one === 'number');
      return areNumeric && holds(operator, toNumber(value) - toNumber(constant));
    });
  }
  const values = valuesOf(left, source);
  if (constant === null) return operator === '==' && values.length === 0;
  return values.some((value) => holds(operator, orderByType(value, constant)));
};

const holds = (operator: Comparison['operator'], by: number): boolean => {
  if (operator === '==') return by === 0;
  if (operator === '<') return by < 0;
  if (operator === '<=') return by <= 0;
  return operator === '>' ? by > 0 : by >= 0;
};

/** The constant is read as a value of the value's type; what can not be compared gives no number. */
const orderByType = (value: Leaf, constant: Leaf): number => {
  if (typeof value === 'string') {
    if (typeof constant === 'number') return toNumber(value) - constant;
    return orderTexts(value, String(constant));
  }
  if (typeof value === 'boolean') {
    const names = ['false', 'true'];
    return names.includes(String(constant)) ? Number(value) - names.indexOf(String(constant)) : NaN;
  }
  if (typeof constant === 'boolean') return NaN;
  return value - toNumber(constant);
};

/** NaN for a text that is no number, and for true and false. */
const toNumber = (value: Leaf): number => {
  const isNumeric =
    typeof value === 'number' ||
    (typeof value === 'string' &&
      /^\s*[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)(e[+-]?[0-9]+)?\s*$/i.test(value));
  return isNumeric ? Number(value) : NaN;
};

const order = (a: Leaf, b: Leaf): number => (a < b ? -1 : a > b ? 1 : 0);

const orderTexts = (a: string, b: string): number => {
  const [left, right] = [[...a], [...b]];
  for (const [index, character] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const by = (character.codePointAt(0) ?? 0) - (other.codePointAt(0) ?? 0);
    if (by !== 0) return by;
  }
  return left.length - right.length;
};

const isIn = ({ operand, negated, ignoreCase, members }: In, source: EventSource): boolean => {
  const found = valuesOf(operand, source).some((value) =>
    members.some((member) => {
      const constant = constantOf(member);
      if (constant === null) return false;
      if (ignoreCase) return fold(String(value)) === fold(String(constant));
      return orderByType(value, constant) === 0;
    })
  );
  return found !== negated;
};

const matches = ({ operand, operator, patterns }: Match, source: EventSource): boolean =>
  valuesOf(operand, source).some((value) =>
    patterns.some((pattern) => matchesOne(String(value), operator, pattern))
  );

const matchesOne = (value: string, operator: Match['operator'], pattern: Literal): boolean => {
  const wanted = pattern.kind === 'string' ? pattern.value : '';
  switch (operator) {
    case 'like':
      return matchesWildcards([...value], [...wanted]);
    case ':':
    case 'like~':
      return matchesWildcards([...fold(value)], [...fold(wanted)]);
    case 'regex':
      return new RegExp(`^(?:${wanted})$`, 'su').test(value);
    case 'regex~':
      return new RegExp(`^(?:${fold(wanted)})$`, 'su').test(fold(value));
  }
};

/** Character by character, every length of every star. */
export const matchesWildcards = (value: readonly string[], pattern: readonly string[]): boolean => {
  const [wanted, ...rest] = pattern;
  const [character, ...others] = value;
  if (wanted === undefined) return character === undefined;
  if (wanted === '*') {
    return (
      matchesWildcards(value, rest) ||
      (character !== undefined && matchesWildcards(others, pattern))
    );
  }
  return (
    character !== undefined &&
    (wanted === '?' || wanted === character) &&
    matchesWildcards(others, rest)
  );
};

/** A to Z only. */
export const fold = (text: string): string =>
  [...text]
    .map((character) => (/[A-Z]/.test(character) ? character.toLowerCase() : character))
    .join('');

/** Whether some combination of one value per field gives a value that passes. */
const combine = (
  expression: Expression,
  source: EventSource,
  passes: (value: Leaf | null) => boolean
): boolean => {
  const fields = fieldsOf(expression);
  const tryAll = (index: number, chosen: ReadonlyMap<string, Leaf | null>): boolean => {
    const field = fields[index];
    if (field === undefined) return passes(compute(expression, chosen));
    const values: (Leaf | null)[] = valuesOf(field, source);
    return (values.length === 0 ? [null] : values).some((value) =>
      tryAll(index + 1, new Map([...chosen, [field.name, value]]))
    );
  };
  return tryAll(0, new Map());
};

const fieldsOf = (expression: Expression): Extract<Expression, { kind: 'field' }>[] => {
  const found = (
    expression.kind === 'call'
      ? expression.args
      : expression.kind === 'arithmetic'
        ? [expression.left, expression.right]
        : []
  ).flatMap(fieldsOf);
  const all = expression.kind === 'field' ? [expression] : found;
  return all.filter(({ name }, index) => all.findIndex((other) => other.name === name) === index);
};

const compute = (expression: Expression, chosen: ReadonlyMap<string, Leaf | null>): Leaf | null => {
  if (expression.kind === 'field') return chosen.get(expression.name) ?? null;
  if (expression.kind === 'arithmetic') {
    const [left, right] = [compute(expression.left, chosen), compute(expression.right, chosen)];
    const sum = left === null || right === null ? NaN : toNumber(left) + toNumber(right);
    return Number.isNaN(sum) ? null : sum;
  }
  if (expression.kind !== 'call') return constantOf(expression);
  return callFunction(
    expression,
    expression.args.map((arg) => compute(arg, chosen))
  );
};

const callFunction = ({ name, ignoreCase }: Call, args: readonly (Leaf | null)[]): Leaf | null => {
  if (args.includes(null)) return null;
  const texts = args.map((arg) => (ignoreCase ? fold(String(arg)) : String(arg)));
  const [first = '', second = ''] = texts;
  switch (name) {
    case 'length':
      return first.length;
    case 'concat':
      return texts.join('');
    case 'startsWith':
      return first.slice(0, second.length) === second;
    case 'endsWith':
      return second === '' || first.slice(-second.length) === second;
    case 'stringContains':
      return second !== '' && first.split(second).length > 1;
    default:
      throw new Error(`not made by the tests: ${name}`);
  }
};
