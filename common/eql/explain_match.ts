import type { EventSource } from '../event/source_event';
import type { EqlQuery, Statement } from './ast';
import { toFilterCondition } from './compile/compile_filter';
import type { Condition } from './compile/condition';
import { createScope } from './compile/query_scope';
import type { EqlOptions, QueryScope } from './compile/query_scope';
import type { Clause } from './explain/clause';
import { explainCondition } from './explain/explain_condition';

export interface MatchExplanation {
  readonly matches: boolean;
  /** The whole query clause by clause; ranges point into the query's text. */
  readonly clause: Clause;
  /** For an event that does not match: the first clause that failed, as deep as `and` alone leads. */
  readonly firstFailure?: Clause;
}

/**
 * Says why an event matches an event query or why it does not. Of a sequence or a sample each term is
 * explained but those of missing events, and an event matches when it can stand for one of them.
 */
export const explainMatch = (
  query: EqlQuery,
  source: EventSource,
  options: EqlOptions = {}
): MatchExplanation => {
  const condition = toStatementCondition(query.statement, createScope(options));
  const clause = explainCondition(condition, source);
  if (clause.outcome) return { matches: true, clause };
  return { matches: false, clause, firstFailure: findFirstFailure(clause) };
};

const toStatementCondition = (statement: Statement, scope: QueryScope): Condition => {
  if (statement.kind === 'filter') return toFilterCondition(statement, scope);
  const operands = statement.terms
    .filter(({ missing }) => !missing)
    .map(({ filter }) => toFilterCondition(filter, scope));
  return { kind: 'or', operands, range: statement.range };
};

const findFirstFailure = (clause: Clause): Clause => {
  if (clause.kind !== 'and') return clause;
  const failed = clause.clauses.find(({ outcome }) => !outcome);
  return failed === undefined ? clause : findFirstFailure(failed);
};
