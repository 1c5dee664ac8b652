import { EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { useTimeFormat } from '../text/use_time_format';
import { VisibleText } from '../text/visible_text';
import { toVerdictText } from './to_verdict_text';
import { useTriage } from './use_triage';

/** What the alert was found to be, by whom and when; nothing where nobody said. */
export const GivenVerdictLine = ({ alertId }: { alertId: string }): ReactElement | null => {
  const time = useTimeFormat();
  const { data: triage } = useTriage(alertId);
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
    <EuiText
      size="xs"
      style={{ overflowWrap: 'anywhere' }}
      data-test-subj="webServerRceGivenVerdict"
    >
      <VisibleText text={facts.join(' · ')} />
    </EuiText>
  );
};
