import { EuiCallOut, EuiSpacer } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useMemo, type ReactElement } from 'react';
import type { Alert } from '../../common/alert/alert';
import { ClauseTable } from './clause_table';
import { explainAlert } from './explain_alert';
import { MarkedQuery } from './marked_query';

/** The rule's query held against the alert's event: every clause with what it found, and the query itself. */
export const WhyItMatched = ({ alert }: { alert: Alert }): ReactElement => {
  const explanation = useMemo(() => explainAlert(alert), [alert]);
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
      <ClauseTable clauses={explanation.clauses} query={alert.query} />
      <EuiSpacer size="s" />
      <MarkedQuery query={alert.query} clauses={explanation.clauses} />
    </div>
  );
};
