import type { Clause } from '../../../common/eql/explain/clause';
import { toClauseRow } from './clause_row';

/**
 * Clauses that tell why it was this event: those that failed, and those that gave a choice of programs or arguments. What
 * asks for one value, such as the system, holds for every event the rule looks at. All where none gave a choice.
 * @param query the text the clauses stand in
 */
export const toDecidingClauses = (clauses: readonly Clause[], query: string): readonly Clause[] => {
  const deciding = clauses.filter((clause) => !clause.outcome || isChoiceOfProcess(clause, query));
  return deciding.length > 0 ? deciding : clauses;
};

const isChoiceOfProcess = (clause: Clause, query: string): boolean => {
  const isChoice =
    clause.kind === 'or' || (clause.kind === 'value' && query.charAt(clause.range.end - 1) === ')');
  return isChoice && toClauseRow(clause, query).field.startsWith('process.');
};
