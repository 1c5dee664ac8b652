import fc from 'fast-check';
import type {
  EqlQuery,
  EventFilter,
  Expression,
  Field,
  Literal,
  Match,
  Pipe,
  Statement,
  StringLiteral,
  Term,
} from '../../common/eql/ast';
import type { EventSource } from '../../common/event/source_event';

/** Trees made here stand in no text. */
const range = { start: 0, end: 0 };

/** Short texts of characters that mean something somewhere: wildcards, quotes, cases, folds, surrogates. */
const character = fc.constantFrom(
  ...[
    'a',
    'A',
    'b',
    'B',
    'k',
    'S',
    '*',
    '?',
    '\\',
    '"',
    '`',
    '.',
    '/',
    ' ',
    '\n',
    '1',
    'é',
    'ſ',
    '\u212a',
    '😀',
    '\u0001',
  ]
);
export const text = fc.array(character, { maxLength: 5 }).map((characters) => characters.join(''));

const fieldName = fc.constantFrom('a', 'b', 'c.d', 'c.e', 'f-g', 'sequence', 'x..y', 'tick`s');

export const field: fc.Arbitrary<Field> = fc
  .tuple(fieldName, fc.boolean())
  .map(([name, optional]) => ({ kind: 'field', name, optional, range }));

export const stringLiteral: fc.Arbitrary<StringLiteral> = text.map((value) => ({
  kind: 'string',
  value,
  range,
}));

const numberLiteral: fc.Arbitrary<Literal> = fc
  .constantFrom('0', '1', '2', '10', '007', '9007199254740993', '1.5', '1.', '.5', '1e3', '2.0')
  .map((digits) => ({ kind: 'number', digits, isDouble: /[.e]/.test(digits), range }));

const literal: fc.Arbitrary<Literal> = fc.oneof(
  stringLiteral,
  numberLiteral,
  fc.boolean().map((value): Literal => ({ kind: 'boolean', value, range })),
  fc.constant<Literal>({ kind: 'null', range })
);

const matchOperator = fc.constantFrom<Match['operator']>(':', 'like', 'like~', 'regex', 'regex~');
const oneOrMore = <Item>(item: fc.Arbitrary<Item>): fc.Arbitrary<Item[]> =>
  fc.array(item, { minLength: 1, maxLength: 3 });

/** Any tree the grammar allows, meaningful or not. */
export const { expression } = fc.letrec<{ expression: Expression }>((tie) => {
  const inner = tie('expression');
  const logical = fc
    .tuple(fc.constantFrom('and', 'or'), fc.array(inner, { minLength: 2, maxLength: 4 }))
    .map(([kind, operands]): Expression => ({ kind, operands, range }));
  const not = inner.map((operand): Expression => ({ kind: 'not', operand, range }));
  const comparison = fc
    .tuple(fc.constantFrom('==', '!=', '<', '<=', '>', '>='), inner, inner)
    .map(([operator, left, right]): Expression => ({
      kind: 'comparison',
      operator,
      left,
      right,
      range,
    }));
  const arithmetic = fc
    .tuple(fc.constantFrom('+', '-', '*', '/', '%'), inner, inner)
    .map(([operator, left, right]): Expression => ({
      kind: 'arithmetic',
      operator,
      left,
      right,
      range,
    }));
  const sign = fc
    .tuple(fc.constantFrom('+', '-'), inner)
    .map(([operator, operand]): Expression => ({ kind: 'sign', operator, operand, range }));
  const isIn = fc
    .tuple(inner, fc.boolean(), fc.boolean(), oneOrMore(inner))
    .map(([operand, negated, ignoreCase, members]): Expression => {
      return { kind: 'in', operand, negated, ignoreCase, members, range };
    });
  const match = fc
    .tuple(inner, matchOperator, oneOrMore(literal))
    .map(([operand, operator, patterns]): Expression => {
      return { kind: 'match', operator, operand, patterns, range };
    });
  const call = fc
    .tuple(
      fc.constantFrom('length', 'concat', 'startsWith', 'f_1'),
      fc.boolean(),
      fc.array(inner, { maxLength: 3 })
    )
    .map(([name, ignoreCase, args]): Expression => ({
      kind: 'call',
      name,
      ignoreCase,
      args,
      range,
    }));
  return {
    expression: fc.oneof(
      { maxDepth: 5, depthIdentifier: 'expression' },
      { weight: 2, arbitrary: field },
      { weight: 2, arbitrary: literal },
      {
        weight: 6,
        arbitrary: fc.oneof(logical, not, comparison, arithmetic, sign, isIn, match, call),
      }
    ),
  };
});

const filter = (condition: fc.Arbitrary<Expression>): fc.Arbitrary<EventFilter> =>
  fc
    .tuple(fc.constantFrom(undefined, 'process', 'my-cat', 'any', 'a"b\\c'), condition)
    .map(([name, inner]): EventFilter => ({
      kind: 'filter',
      category: name === undefined ? undefined : { kind: 'category', name, range },
      condition: inner,
      range,
    }));

const term: fc.Arbitrary<Term> = fc
  .tuple(
    fc.boolean(),
    filter(expression),
    fc.array(field, { maxLength: 2 }),
    fc.constantFrom(1, 1, 3)
  )
  .map(([missing, inner, keys, runs]): Term => ({
    kind: 'term',
    missing,
    filter: inner,
    keys,
    runs,
    range,
  }));

const statement: fc.Arbitrary<Statement> = fc.oneof(
  filter(expression),
  fc
    .tuple(
      fc.array(field, { maxLength: 2 }),
      fc.constantFrom(undefined, '500 ms', '3 d'),
      oneOrMore(term),
      fc.option(term, { nil: undefined })
    )
    .map(([keys, span, terms, until]): Statement => {
      const [amount, unit] = span?.split(' ') ?? [];
      return {
        kind: 'sequence',
        keys,
        maxspan:
          span === undefined
            ? undefined
            : { kind: 'duration', amount: Number(amount), unit: unit === 'd' ? 'd' : 'ms', range },
        terms,
        until,
        range,
      };
    }),
  fc
    .tuple(fc.array(field, { maxLength: 2 }), oneOrMore(term))
    .map(([keys, terms]): Statement => ({ kind: 'sample', keys, terms, range }))
);

const pipe: fc.Arbitrary<Pipe> = fc
  .tuple(fc.constantFrom('head', 'tail', 'sort'), fc.array(expression, { maxLength: 2 }))
  .map(([name, args]): Pipe => ({ kind: 'pipe', name, args, range }));

export const query: fc.Arbitrary<EqlQuery> = fc
  .tuple(statement, fc.array(pipe, { maxLength: 2 }))
  .map(([inner, pipes]): EqlQuery => ({ kind: 'query', text: '', statement: inner, pipes, range }));

/** A value of an event: leaves, nulls, arrays in arrays. */
export const leafOrArray: fc.Arbitrary<unknown> = fc.oneof(
  { maxDepth: 2, depthIdentifier: 'value' },
  text,
  fc.constantFrom<unknown>(null, true, false, 0, 1, -1, 2, 10, 1.5, 1000, [], ''),
  fc.array(fc.oneof(text, fc.constantFrom<unknown>(null, 1, true)), { maxLength: 3 }),
  fc.array(fc.array(text, { maxLength: 2 }), { maxLength: 2 })
);

/** Events of the fields above, nested, dotted, or both at once. */
export const event: fc.Arbitrary<EventSource> = fc.record(
  {
    '@timestamp': fc.constant('2026-01-01T00:00:00Z'),
    event: fc.record({ category: fc.constantFrom('process', ['process', 'my-cat'], 'any') }),
    a: leafOrArray,
    b: leafOrArray,
    c: fc.oneof(
      fc.record({ d: leafOrArray, e: leafOrArray }, { requiredKeys: [] }),
      fc.array(fc.record({ d: leafOrArray, e: leafOrArray }, { requiredKeys: [] }), {
        maxLength: 2,
      }),
      leafOrArray
    ),
    'c.d': leafOrArray,
    'f-g': leafOrArray,
    sequence: leafOrArray,
  },
  { requiredKeys: [] }
);

/** A tree without its places in a text. */
export const withoutRanges = (tree: unknown): unknown =>
  JSON.parse(
    JSON.stringify(tree, (key, value) => (key === 'range' || key === 'text' ? undefined : value))
  );
