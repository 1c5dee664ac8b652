import { i18n } from '@kbn/i18n';
import type { Alert } from '../../../common/alert/alert';
import { EqlError } from '../../../common/eql/errors/eql_error';
import type { Clause } from '../../../common/eql/explain/clause';
import { explainMatch } from '../../../common/eql/explain_match';
import { parseEql } from '../../../common/eql/parse_eql';
import { toEqlErrorSentence } from '../../../common/eql/to_eql_error_sentence';

/** Why the query of an alert holds for its event, clause by clause, or why that can't be told. */
export type AlertExplanation =
  /** `differs`: stored event and stored query do not fit, as after a change of either. */
  | { readonly kind: 'matches' | 'differs'; readonly clauses: readonly Clause[] }
  | { readonly kind: 'unreadable'; readonly problem: string };

/** Asks the alert's query again of the event as it is stored with the alert. */
export const explainAlert = (alert: Alert): AlertExplanation => {
  try {
    const { matches, clause } = explainMatch(parseEql(alert.query), alert.event);
    const clauses = clause.kind === 'and' ? clause.clauses : [clause];
    return { kind: matches ? 'matches' : 'differs', clauses };
  } catch (error) {
    if (!(error instanceof EqlError)) throw error;
    return { kind: 'unreadable', problem: toEqlErrorSentence(error, i18n.translate) };
  }
};
