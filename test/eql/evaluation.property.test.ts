import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EqlQuery, Expression, Literal, StringLiteral } from '../../common/eql/ast';
import { compileCondition } from '../../common/eql/compile/compile_condition';
import { createScope } from '../../common/eql/compile/query_scope';
import { explainMatch } from '../../common/eql/explain_match';
import type { Clause } from '../../common/eql/explain/clause';
import type { EventSource } from '../../common/event/source_event';
import { event, field, leafOrArray, stringLiteral, text } from './arbitraries';
import { fold, slowMatches } from './slow_evaluator';

const range = { start: 0, end: 0 };

/** Numbers whose text is the same in JavaScript and Java. */
const constant: fc.Arbitrary<Literal> = fc.oneof(
  { weight: 3, arbitrary: stringLiteral },
  fc
    .constantFrom('0', '1', '2', '10', '1.5', '1000')
    .map((digits): Literal => ({ kind: 'number', digits, isDouble: digits === '1.5', range })),
  fc.boolean().map((value): Literal => ({ kind: 'boolean', value, range }))
);

/** Expressions that Lucene and JavaScript read alike. */
const regexLiteral: fc.Arbitrary<StringLiteral> = fc
  .array(
    fc.constantFrom('a', 'A', 'b', '.', '.*', '[ab]', '[^a]', '(a|b)+', 'k?', '(aB){1,2}', '\\*'),
    { maxLength: 4 }
  )
  .map((pieces): StringLiteral => ({ kind: 'string', value: pieces.join(''), range }));

const list = <Item>(item: fc.Arbitrary<Item>): fc.Arbitrary<Item[]> =>
  fc.array(item, { minLength: 1, maxLength: 3 });

const operator = fc.constantFrom<'==' | '!=' | '<' | '<=' | '>' | '>='>(
  '==',
  '!=',
  '<',
  '<=',
  '>',
  '>='
);

const call = (name: string, args: Expression[], ignoreCase = false): Expression => ({
  kind: 'call',
  name,
  ignoreCase,
  args,
  range,
});

const comparison = fc.tuple(field, operator, constant).map(([left, op, right]): Expression => ({
  kind: 'comparison',
  operator: op,
  left,
  right,
  range,
}));

const nullTest = fc
  .tuple(field, fc.constantFrom<'==' | '!='>('==', '!='))
  .map(([left, op]): Expression => ({
    kind: 'comparison',
    operator: op,
    left,
    right: { kind: 'null', range },
    range,
  }));

const membership = fc
  .tuple(field, fc.boolean(), fc.boolean(), list(constant))
  .map(([operand, negated, ignoreCase, members]): Expression => ({
    kind: 'in',
    operand,
    negated,
    ignoreCase,
    members,
    range,
  }));

const wildcards = fc
  .tuple(field, fc.constantFrom<':' | 'like' | 'like~'>(':', 'like', 'like~'), list(stringLiteral))
  .map(([operand, op, patterns]): Expression => ({
    kind: 'match',
    operator: op,
    operand,
    patterns,
    range,
  }));

const regexes = fc
  .tuple(field, fc.constantFrom<'regex' | 'regex~'>('regex', 'regex~'), list(regexLiteral))
  .map(([operand, op, patterns]): Expression => ({
    kind: 'match',
    operator: op,
    operand,
    patterns,
    range,
  }));

const textTests = fc
  .tuple(
    fc.constantFrom('startsWith', 'endsWith', 'stringContains'),
    field,
    stringLiteral,
    fc.boolean()
  )
  .map(([name, arg, wanted, ignoreCase]) => call(name, [arg, wanted], ignoreCase));

const computed = fc.oneof(
  fc
    .tuple(field, operator, fc.constantFrom('0', '1', '3'))
    .map(([arg, op, digits]): Expression => ({
      kind: 'comparison',
      operator: op,
      left: call('length', [arg]),
      right: { kind: 'number', digits, isDouble: false, range },
      range,
    })),
  fc
    .tuple(
      field,
      field,
      fc.constantFrom<'==' | '!='>('==', '!='),
      fc.oneof(stringLiteral, fc.constant<Literal>({ kind: 'null', range }))
    )
    .map(([first, second, op, right]): Expression => ({
      kind: 'comparison',
      operator: op,
      left: call('concat', [first, second]),
      right,
      range,
    })),
  fc
    .tuple(field, operator, fc.constantFrom('1', '2', '11'))
    .map(([left, op, digits]): Expression => ({
      kind: 'comparison',
      operator: op,
      left: {
        kind: 'arithmetic',
        operator: '+',
        left,
        right: { kind: 'number', digits: '1', isDouble: false, range },
        range,
      },
      right: { kind: 'number', digits, isDouble: false, range },
      range,
    }))
);

const { condition } = fc.letrec<{ condition: Expression }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'condition' },
    field,
    comparison,
    nullTest,
    membership,
    wildcards,
    regexes,
    textTests,
    computed,
    tie('condition').map((operand): Expression => ({ kind: 'not', operand, range })),
    fc
      .tuple(
        fc.constantFrom<'and' | 'or'>('and', 'or'),
        fc.array(tie('condition'), { minLength: 2, maxLength: 3 })
      )
      .map(([kind, operands]): Expression => ({ kind, operands, range }))
  ),
}));

const matches = (expression: Expression, source: EventSource): boolean =>
  compileCondition(expression, createScope())(source);

const toQuery = (expression: Expression): EqlQuery => ({
  kind: 'query',
  text: '',
  statement: { kind: 'filter', category: undefined, condition: expression, range },
  pipes: [],
  range,
});

describe('evaluating conditions', () => {
  test('agrees with the slow, obvious way', () => {
    fc.assert(
      fc.property(condition, event, (expression, source) => {
        expect(matches(expression, source)).toBe(slowMatches(expression, source));
      }),
      { numRuns: 6000, seed: 10 }
    );
  });

  test('not is the complement', () => {
    fc.assert(
      fc.property(condition, event, (operand, source) => {
        expect(matches({ kind: 'not', operand, range }, source)).toBe(!matches(operand, source));
      }),
      { numRuns: 1500, seed: 11 }
    );
  });

  test('the explanation has the same outcome, and what it calls decisive decides alone', () => {
    fc.assert(
      fc.property(condition, event, (expression, source) => {
        const {
          matches: isMatch,
          clause,
          firstFailure,
        } = explainMatch(toQuery(expression), source);
        expect(isMatch).toBe(matches(expression, source));
        expect(clause.outcome).toBe(isMatch);
        expect(firstFailure?.outcome ?? false).toBe(false);
        for (const { outcome, decisive, values } of toValueClauses(clause)) {
          expect(decisive !== undefined).toBe(outcome);
          if (decisive !== undefined) expect(values[decisive.valueIndex]).toBe(decisive.value);
        }
      }),
      { numRuns: 2000, seed: 12 }
    );
  });

  test('an array matches what one of its values matches alone', () => {
    const single = fc
      .oneof(comparison, wildcards, regexes, textTests)
      .filter((expression) => expression.kind !== 'comparison' || expression.operator !== '!=');
    fc.assert(
      fc.property(single, fc.array(text, { minLength: 1, maxLength: 4 }), (expression, values) => {
        const inAll = (value: unknown): EventSource => ({
          a: value,
          b: value,
          c: { d: value, e: value },
          'f-g': value,
          sequence: value,
          'x..y': value,
          'tick`s': value,
        });
        expect(matches(expression, inAll(values))).toBe(
          values.some((value) => matches(expression, inAll(value)))
        );
      }),
      { numRuns: 1500, seed: 13 }
    );
  });

  test('how an event is nested does not matter', () => {
    fc.assert(
      fc.property(condition, leafOrArray, leafOrArray, (expression, d, a) => {
        const shapes: EventSource[] = [
          { a, c: { d } },
          { a: [a, null], 'c.d': d },
          { a: [[a]], c: [{ d }, {}] },
          { c: { d: [[d], null] }, a },
        ];
        const outcomes = new Set(shapes.map((source) => matches(expression, source)));
        expect(outcomes.size).toBe(1);
      }),
      { numRuns: 1500, seed: 14 }
    );
  });

  test(': ignores the case of ASCII letters and of nothing else', () => {
    fc.assert(
      fc.property(text, text, (value, wanted) => {
        fc.pre(!/[*?]/.test(wanted));
        const pattern: StringLiteral = { kind: 'string', value: wanted, range };
        const expression: Expression = {
          kind: 'match',
          operator: ':',
          operand: { kind: 'field', name: 'a', optional: false, range },
          patterns: [pattern],
          range,
        };
        expect(matches(expression, { a: value })).toBe(fold(value) === fold(wanted));
      }),
      { numRuns: 2000, seed: 15 }
    );
  });
});

const toValueClauses = (clause: Clause): Extract<Clause, { kind: 'value' }>[] => {
  if (clause.kind === 'value') return [clause];
  if (clause.kind === 'not') return toValueClauses(clause.clause);
  return 'clauses' in clause ? clause.clauses.flatMap(toValueClauses) : [];
};
