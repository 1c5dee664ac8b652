import { EuiCallOut } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { toSecondsText } from './to_seconds_text';
import { useRuns } from '../use_runs';

/** Whether the host was asked at the moment of the alert; the rows stand with their queries. */
export const EvidencePanel = (): ReactElement | null => {
  const { alert, sent } = useRuns();
  const moments = sent.filter(({ isEvidence }) => isEvidence).map(({ startedAt }) => startedAt);
  if (moments.length === 0) return null;
  const afterMs = Math.min(...moments) - Date.parse(alert.eventTime);
  return (
    <EuiCallOut
      size="s"
      color="success"
      iconType="save"
      title={i18n.translate('webServerRce.evidence.taken', {
        defaultMessage:
          'Evidence taken {after} after the exec: {count, plural, one {# query} other {# queries}}, kept with the alert',
        values: { after: toSecondsText(Math.max(0, afterMs)), count: moments.length },
      })}
      data-test-subj="webServerRceEvidence"
    />
  );
};
