import { describe, expect, test } from 'vitest';
import { explainMatch } from './explain_match';
import { fromMapping } from './fields/from_mapping';
import { parseEql } from './parse_eql';
import type { EventSource } from '../event/source_event';

const TEXT =
  'process where host == "a" and (name : ("x*", "y?") or length(name) > 5) and not user == "root" and code == null';
const query = parseEql(TEXT);
const textOf = ({ range }: { range: { start: number; end: number } }): string =>
  TEXT.slice(range.start, range.end);

const source: EventSource = {
  event: { category: ['network', 'process'] },
  host: ['b', 'a'],
  name: ['nope', 'Yo'],
  user: 'www',
};

describe('explaining a match', () => {
  const { matches, clause, firstFailure } = explainMatch(query, source);
  const clauses = clause.kind === 'and' ? clause.clauses : [];

  test('says so and names no failure', () => {
    expect(matches).toBe(true);
    expect(firstFailure).toBeUndefined();
  });

  test('goes clause by clause, the category first, each with its place in the text', () => {
    expect(clauses.map(textOf)).toEqual([
      'process',
      'host == "a"',
      'name : ("x*", "y?") or length(name) > 5',
      'not user == "root"',
      'code == null',
    ]);
  });

  test('shows the value that decided and the member of the list it met', () => {
    const [, , either] = clauses;
    const [byPattern] = either?.kind === 'or' ? either.clauses : [];
    expect(byPattern).toMatchObject({
      kind: 'value',
      operator: ':',
      field: 'name',
      values: ['nope', 'Yo'],
      decisive: { value: 'Yo', valueIndex: 1, memberIndex: 1 },
    });
    const member = byPattern?.kind === 'value' ? byPattern.decisive?.memberRange : undefined;
    expect(TEXT.slice(member?.start, member?.end)).toBe('"y?"');
  });

  test('shows branches of or that did not hold, too', () => {
    const [, , either] = clauses;
    expect(either?.kind === 'or' ? either.clauses.map(({ outcome }) => outcome) : []).toEqual([
      true,
      false,
    ]);
  });

  test('shows that no value met what is under not, and that a field is absent', () => {
    expect(clauses[3]).toMatchObject({
      kind: 'not',
      outcome: true,
      clause: { outcome: false, values: ['www'] },
    });
    expect(clauses[4]).toMatchObject({ kind: 'absence', outcome: true, values: [] });
  });

  test('can be sent as JSON', () => {
    expect(JSON.parse(JSON.stringify(clause))).toEqual(clause);
  });
});

describe('explaining what is no match', () => {
  test.each([
    ['the category', { event: { category: 'Process' } }, 'process', ['Process']],
    ['a missing field', { host: [] }, 'host == "a"', []],
    ['a wrong value', { host: 'A' }, 'host == "a"', ['A']],
  ])('names %s as the first failure with the value seen', (_name, changed, failed, values) => {
    const { matches, firstFailure } = explainMatch(query, { ...source, ...changed });
    expect(matches).toBe(false);
    expect(firstFailure).toMatchObject({ kind: 'value', values });
    expect(firstFailure === undefined ? '' : textOf(firstFailure)).toBe(failed);
  });

  test('names or and not as a whole', () => {
    const byOr = explainMatch(query, { ...source, name: 'nope' }).firstFailure;
    expect(byOr?.kind).toBe('or');
    const byNot = explainMatch(query, { ...source, user: ['www', 'root'] }).firstFailure;
    expect(byNot).toMatchObject({
      kind: 'not',
      clause: { decisive: { value: 'root', valueIndex: 1 } },
    });
  });

  test('shows the values of a computed clause', () => {
    const computed = parseEql('any where length(a) + b == 7');
    expect(explainMatch(computed, { a: ['x', 'abc'], b: 4 }).clause).toMatchObject({
      kind: 'computed',
      outcome: true,
      fields: [
        { field: 'a', values: ['x', 'abc'] },
        { field: 'b', values: [4] },
      ],
      decisive: ['abc', 4],
    });
    expect(explainMatch(computed, { b: 4 }).firstFailure).toMatchObject({ outcome: false });
  });
});

test('a boolean field by itself and a constant are explained, too', () => {
  const { clause } = explainMatch(parseEql('any where isUp and true'), { isUp: [false, true] });
  expect(clause).toMatchObject({
    clauses: [
      { operator: 'truth', decisive: { value: true, valueIndex: 1 } },
      { kind: 'constant', outcome: true },
    ],
  });
});

test('of a sequence each term is explained', () => {
  const sequence = parseEql('sequence [a where x == 1] [b where true]');
  const { matches, clause } = explainMatch(sequence, { event: { category: 'b' } });
  expect(matches).toBe(true);
  expect(clause).toMatchObject({ kind: 'or', clauses: [{ outcome: false }, { outcome: true }] });
});

test('an event can not stand for a term of missing events', () => {
  const sequence = parseEql('sequence with maxspan=1s [a where true] ![b where true]');
  expect(explainMatch(sequence, { event: { category: 'b' } }).matches).toBe(false);
});

test('of cidrMatch the block that holds the address is told', () => {
  const text = 'any where cidrMatch(ip, "10.0.0.0/8", "::1/128")';
  const { clause } = explainMatch(parseEql(text), { ip: ['192.168.0.1', '::1'] });
  expect(clause).toMatchObject({
    operator: 'cidrMatch',
    decisive: { value: '::1', valueIndex: 1, memberIndex: 1 },
  });
});

test('a clause that begins or ends with brackets is marked with both', () => {
  const text = 'any where (a > 1) == null or 1 < (a * (b + 1))';
  const { clause } = explainMatch(parseEql(text), {});
  const clauses = clause.kind === 'or' ? [clause, ...clause.clauses] : [];
  expect(clauses.map(({ range }) => text.slice(range.start, range.end))).toEqual([
    '(a > 1) == null or 1 < (a * (b + 1))',
    '(a > 1) == null',
    '1 < (a * (b + 1))',
  ]);
});

test('values are seen as the mapping says', () => {
  const fields = fromMapping({
    properties: { a: { type: 'keyword', null_value: 'none', ignore_above: 3 } },
  });
  const explanation = explainMatch(
    parseEql('any where a == "none"'),
    { a: ['long one', null] },
    { fields }
  );
  expect(explanation.clause).toMatchObject({ values: ['none'], outcome: true });
});
