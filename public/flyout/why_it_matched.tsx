import { EuiCallOut, EuiFlexGroup, EuiFlexItem, EuiIcon, EuiSpacer, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useMemo, type ReactElement } from 'react';
import type { Alert } from '../../common/alert/alert';
import type { Clause } from '../../common/eql/explain/clause';
import { ClauseText } from './clause_text';
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
        >
          <p>
            <ClauseText clause={explanation.firstFailure} query={alert.query} />
          </p>
        </EuiCallOut>
      )}
      {explanation.clauses.map((clause) => (
        <ClauseRow key={clause.range.start} clause={clause} query={alert.query} />
      ))}
      <EuiSpacer size="s" />
      <MarkedQuery query={alert.query} clauses={explanation.clauses} />
    </div>
  );
};

const ClauseRow = ({ clause, query }: { clause: Clause; query: string }): ReactElement => (
  <EuiFlexGroup gutterSize="s" alignItems="flexStart" responsive={false}>
    <EuiFlexItem grow={false}>
      <EuiIcon
        type={clause.outcome ? 'check' : 'cross'}
        color={clause.outcome ? 'success' : 'danger'}
        aria-label={
          clause.outcome
            ? i18n.translate('webServerRce.why.holds', { defaultMessage: 'Holds' })
            : i18n.translate('webServerRce.why.fails', { defaultMessage: 'Does not hold' })
        }
      />
    </EuiFlexItem>
    <EuiFlexItem style={{ minWidth: 0 }}>
      <EuiText size="s" style={{ overflowWrap: 'anywhere' }}>
        <ClauseText clause={clause} query={query} />
      </EuiText>
    </EuiFlexItem>
  </EuiFlexGroup>
);
