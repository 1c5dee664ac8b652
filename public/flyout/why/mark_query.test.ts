import { expect, test } from 'vitest';
import type { Clause } from '../../../common/eql/explain/clause';
import { explainMatch } from '../../../common/eql/explain_match';
import { parseEql } from '../../../common/eql/parse_eql';
import { toClauseRow } from './clause_row';
import { markQuery } from './mark_query';

const QUERY =
  'process where process.name in ("sh", "dash") and (user.id == "0" or user.id == "33") and not process.pid == 1';

const explain = (event: Record<string, unknown>): readonly Clause[] => {
  const { clause } = explainMatch(parseEql(QUERY), {
    event: { category: 'process' },
    ...event,
  });
  return clause.kind === 'and' ? clause.clauses : [clause];
};

const marksOf = (clauses: readonly Clause[]): string[] =>
  markQuery(QUERY, clauses).flatMap(({ text, mark }) =>
    mark === undefined ? [] : [`${mark} ${text}`]
  );

test('marks the members that the event met and loses no letter of the query', () => {
  const clauses = explain({ process: { name: 'dash', pid: 7 }, user: { id: '33' } });
  expect(marksOf(clauses)).toContain('met "dash"');
  expect(marksOf(clauses)).toContain('met "33"');
  expect(marksOf(clauses).filter((mark) => mark.startsWith('failed'))).toEqual([]);
  expect(
    markQuery(QUERY, clauses)
      .map(({ text }) => text)
      .join('')
  ).toBe(QUERY);
});

test('marks what did not hold', () => {
  const clauses = explain({ process: { name: 'nc', pid: 7 }, user: { id: '0' } });
  expect(marksOf(clauses)).toContain('failed process.name in ("sh", "dash")');
});

test('tells of every clause what the event had and what was asked', () => {
  const clauses = explain({ process: { name: 'dash' }, user: { id: '33' } });
  expect(clauses.map((clause) => toClauseRow(clause, QUERY)).slice(-3)).toEqual([
    expect.objectContaining({ holds: true, field: 'process.name', found: 'dash', asked: '"dash"' }),
    expect.objectContaining({ holds: true, field: 'user.id', found: '33', asked: '"33"' }),
    expect.objectContaining({
      holds: true,
      field: 'process.pid',
      found: undefined,
      asked: 'not process.pid == 1',
    }),
  ]);
});
