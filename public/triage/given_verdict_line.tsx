import { EuiFlexGroup, EuiFlexItem, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { Alert } from '../../common/alert/alert';
import { AddExceptionButton } from '../exception/add_exception_button';
import { useTimeFormat } from '../text/use_time_format';
import { VisibleText } from '../text/visible_text';
import { toVerdictText } from './to_verdict_text';
import { useTriage } from './use_triage';

/** What the alert was found to be, by whom and when, and for a false positive the exception; nothing where nobody said. */
export const GivenVerdictLine = ({ alert }: { alert: Alert }): ReactElement | null => {
  const time = useTimeFormat();
  const { data: triage } = useTriage(alert.id);
  const given = triage?.verdict;
  if (given === undefined) return null;
  const facts = [
    i18n.translate('webServerRce.change.verdict', {
      defaultMessage: 'Verdict: {verdict}',
      values: { verdict: toVerdictText(given.verdict) },
    }),
    given.by,
    time.full(given.at),
    given.comment === '' ? undefined : given.comment,
  ].filter((fact) => fact !== undefined);
  return (
    <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} style={{ marginBottom: 8 }}>
      <EuiFlexItem>
        <EuiText
          size="xs"
          style={{ overflowWrap: 'anywhere' }}
          data-test-subj="webServerRceGivenVerdict"
        >
          <VisibleText text={facts.join(' · ')} />
        </EuiText>
      </EuiFlexItem>
      {given.verdict === 'false_positive' && (
        <EuiFlexItem grow={false}>
          <AddExceptionButton alert={alert} />
        </EuiFlexItem>
      )}
    </EuiFlexGroup>
  );
};
