import { EuiAccordion, EuiCallOut, EuiSpacer, EuiText, useGeneratedHtmlId } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useMemo, type ReactElement } from 'react';
import type { Alert } from '../../../common/alert/alert';
import type { Clause } from '../../../common/eql/explain/clause';
import { ClauseTable } from './clause_table';
import { toDecidingClauses } from './deciding_clauses';
import { explainAlert } from './explain_alert';
import { MarkedQuery } from './marked_query';

/** The rule's query held against the alert's event: what decided, every other clause with what it found, and the query itself. */
export const WhyItMatched = ({ alert }: { alert: Alert }): ReactElement => {
  const explanation = useMemo(
    () => (alert.query === '' ? undefined : explainAlert(alert)),
    [alert]
  );
  if (explanation === undefined) {
    return (
      <EuiText size="s" color="subdued">
        {i18n.translate('webServerRce.why.otherLanguage', {
          defaultMessage:
            'The rule of this alert is not written in EQL. Elastic Security shows its query with the alert.',
        })}
      </EuiText>
    );
  }
  if (explanation.kind === 'unreadable') {
    return (
      <EuiCallOut
        size="s"
        color="warning"
        iconType="warning"
        title={i18n.translate('webServerRce.why.unreadable', {
          defaultMessage: 'The query of this alert can not be explained',
        })}
      >
        <p>{explanation.problem}</p>
      </EuiCallOut>
    );
  }
  return (
    <div data-test-subj="webServerRceWhy">
      {explanation.kind === 'differs' && (
        <EuiCallOut
          size="s"
          color="warning"
          iconType="warning"
          title={i18n.translate('webServerRce.why.differs', {
            defaultMessage: 'The stored event does not fit the stored query',
          })}
        />
      )}
      <Clauses clauses={explanation.clauses} query={alert.query} />
      <EuiSpacer size="s" />
      <MarkedQuery query={alert.query} clauses={explanation.clauses} />
    </div>
  );
};

/** What decided, open; what every such event meets, folded. */
const Clauses = ({
  clauses,
  query,
}: {
  clauses: readonly Clause[];
  query: string;
}): ReactElement => {
  const id = useGeneratedHtmlId({ prefix: 'clauses' });
  const deciding = toDecidingClauses(clauses, query);
  const rest = clauses.filter((clause) => !deciding.includes(clause));
  return (
    <>
      <ClauseTable clauses={deciding} query={query} />
      {rest.length > 0 && (
        <EuiAccordion
          id={id}
          paddingSize="none"
          buttonContent={
            <EuiText size="xs">
              {i18n.translate('webServerRce.why.rest', {
                defaultMessage:
                  '{count, plural, one {# other clause, which holds too} other {# other clauses, which hold too}}',
                values: { count: rest.length },
              })}
            </EuiText>
          }
        >
          <ClauseTable clauses={rest} query={query} />
        </EuiAccordion>
      )}
    </>
  );
};
