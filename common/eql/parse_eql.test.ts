import { describe, expect, test } from 'vitest';
import type { Expression } from './ast';
import { EqlError } from './errors/eql_error';
import { parseEql } from './parse_eql';

const parseCondition = (text: string): Expression => {
  const { statement } = parseEql(`any where ${text}`);
  if (statement.kind !== 'filter') throw new Error('not an event query');
  return statement.condition;
};

/** The tree with brackets around every operation. */
const show = (expression: Expression): string => {
  switch (expression.kind) {
    case 'and':
    case 'or':
      return `(${expression.operands.map(show).join(` ${expression.kind} `)})`;
    case 'not':
      return `(not ${show(expression.operand)})`;
    case 'comparison':
    case 'arithmetic':
      return `(${show(expression.left)} ${expression.operator} ${show(expression.right)})`;
    case 'sign':
      return `(${expression.operator}${show(expression.operand)})`;
    case 'in':
      return `(${show(expression.operand)} ${expression.negated ? 'not ' : ''}in ${expression.members.map(show).join()})`;
    case 'match':
      return `(${show(expression.operand)} ${expression.operator} ${expression.patterns.map(show).join()})`;
    case 'call':
      return `${expression.name}(${expression.args.map(show).join()})`;
    case 'field':
      return expression.name;
    case 'string':
      return `'${expression.value}'`;
    case 'number':
      return expression.digits;
    case 'boolean':
      return String(expression.value);
    case 'null':
      return 'null';
  }
};

const failOf = (text: string): EqlError => {
  try {
    parseEql(text);
  } catch (error) {
    if (error instanceof EqlError) return error;
  }
  throw new Error('read without error');
};

describe('precedence', () => {
  test.each([
    ['a or b and c', '(a or (b and c))'],
    ['a and b or c', '((a and b) or c)'],
    ['not a and b', '((not a) and b)'],
    ['not a == b', '(not (a == b))'],
    ['not not a', '(not (not a))'],
    ['a + b * c', '(a + (b * c))'],
    ['a - b - c', '((a - b) - c)'],
    ['a / b * c % d', '(((a / b) * c) % d)'],
    ['-a * b', '((-a) * b)'],
    ['- - 1', '(-(-1))'],
    ['a + b : "x"', "(a + (b : 'x'))"],
    ['x % 40 in (2)', '(x % (40 in 2))'],
    ['-a in (1)', '(-(a in 1))'],
    ['(a + b) : "x"', "((a + b) : 'x')"],
    ['a == b + 1', '(a == (b + 1))'],
    ['a not in (1, 2)', '(a not in 1,2)'],
    ['not a in (1)', '(not (a in 1))'],
    ['(a or b) or c', '((a or b) or c)'],
    ['a like ("x", "y")', "(a like 'x','y')"],
    ['f(g(a), b + 1)', 'f(g(a),(b + 1))'],
  ])('%s', (text, shown) => {
    expect(show(parseCondition(text))).toBe(shown);
  });
});

describe('event queries', () => {
  test('a chain of and is one node', () => {
    const condition = parseCondition(
      Array.from({ length: 5000 }, (_, index) => `a == ${index}`).join(' and ')
    );
    expect(condition).toMatchObject({ kind: 'and' });
  });

  test('fields keep dots, lose back quotes and remember the question mark', () => {
    expect(parseCondition('?a.`b.c`.`sequence`')).toMatchObject({
      kind: 'field',
      name: 'a.b.c.sequence',
      optional: true,
    });
  });

  test('every node knows where it stands', () => {
    const text = 'process where  not a == "x"  and f( b ) : "y"';
    const { statement } = parseEql(text);
    if (statement.kind !== 'filter' || statement.condition.kind !== 'and')
      throw new Error('no and');
    const pieces = statement.condition.operands.map(({ range }) =>
      text.slice(range.start, range.end)
    );
    expect(pieces).toEqual(['not a == "x"', 'f( b ) : "y"']);
    expect(text.slice(statement.range.start, statement.range.end)).toBe(text);
  });

  test('whole numbers that are too large are doubles', () => {
    expect(parseCondition('18446744073709551615')).toMatchObject({ isDouble: false });
    expect(parseCondition('18446744073709551616')).toMatchObject({ isDouble: true });
  });

  test('a category may be a string but no quoted name', () => {
    expect(parseEql('"my cat" where true').statement).toMatchObject({
      category: { name: 'my cat' },
    });
    expect(failOf('`my cat` where true').code).toBe('token_unexpected');
  });

  test('pipes follow, with any arguments', () => {
    expect(parseEql('any where true | head 5 | sort a, b').pipes).toMatchObject([
      { name: 'head', args: [{ digits: '5' }] },
      { name: 'sort', args: [{ name: 'a' }, { name: 'b' }] },
    ]);
  });
});

describe('sequences and samples', () => {
  test('keys, time span, terms and until are read', () => {
    const text =
      'sequence by a, ?b with maxspan=30s [x where true] by c with runs=3 ![y where true] by d until [z where true] by e';
    expect(parseEql(text).statement).toMatchObject({
      kind: 'sequence',
      keys: [{ name: 'a' }, { name: 'b', optional: true }],
      maxspan: { amount: 30, unit: 's' },
      terms: [
        { missing: false, runs: 3, keys: [{ name: 'c' }] },
        { missing: true, runs: 1, keys: [{ name: 'd' }] },
      ],
      until: { keys: [{ name: 'e' }] },
    });
  });

  test('samples and joins are read', () => {
    expect(parseEql('sample by a [x where true] [y where true]').statement).toMatchObject({
      kind: 'sample',
      terms: [{}, {}],
    });
    expect(parseEql('join [x where true] [y where true] until [z where true]').statement.kind).toBe(
      'join'
    );
  });
});

describe('mistakes', () => {
  test('say what could stand there', () => {
    expect(failOf('any where a ==').expected).toEqual([{ kind: 'expression' }]);
    expect(failOf('any where a : b').expected).toEqual([{ kind: 'constant' }, { token: '(' }]);
    expect(failOf('any foo').expected).toEqual([{ token: 'where' }]);
  });

  test('say what was probably meant', () => {
    expect(failOf('any WHERE true').suggestions).toEqual(['where']);
    expect(failOf('any where a AND b').suggestions).toEqual(['and']);
    expect(failOf('any where a = 1').suggestions).toEqual(['==']);
    expect(failOf('sequence with maxspan=5 [a where true]').suggestions).toEqual(['5s']);
  });

  test('at the end of the text have an empty range there', () => {
    expect(failOf('any where').range).toEqual({ start: 9, end: 9 });
    expect(failOf('').range).toEqual({ start: 0, end: 0 });
  });

  test.each([
    ['brackets', `any where ${'('.repeat(100_000)}`],
    ['not', `any where ${'not '.repeat(100_000)}a`],
    ['signs', `any where ${'-'.repeat(100_000)}1`],
    ['sums', `any where 1${' + 1'.repeat(100_000)}`],
    ['calls', `any where ${'f('.repeat(100_000)}`],
    ['fields', `any where a${'.a'.repeat(100_000)}`],
    [
      'sums in brackets',
      `any where ${'('.repeat(190)}1${`${' + 1'.repeat(190)})`.repeat(190)} > 0`,
    ],
  ])('nesting of %s without end is one of them', (_name, text) => {
    expect(failOf(text).code).toBe('nesting_too_deep');
  });
});
