import { EuiCallOut } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { toSecondsText } from './to_seconds_text';
import { useRuns } from '../use_runs';

/** Whether the host was asked at the moment of the alert; the rows stand with their queries. */
export const EvidencePanel = (): ReactElement | null => {
  const { alert, sent } = useRuns();
  const evidence = sent.filter(({ isEvidence }) => isEvidence);
  const moments = evidence.map(({ startedAt }) => startedAt);
  if (moments.length === 0) return null;
  const exec = Date.parse(alert.eventTime);
  const after = moments.filter((moment) => moment >= exec);
  const queries = new Set(evidence.map(({ sql }) => sql)).size;
  return (
    <EuiCallOut
      size="s"
      color="success"
      iconType="save"
      title={
        after.length === 0
          ? i18n.translate('webServerRce.evidence.takenBefore', {
              defaultMessage:
                'Evidence taken {before} before the exec, for an earlier alert of this host: {count, plural, one {# query} other {# queries}}. Run them again for what came after',
              values: { before: toSecondsText(exec - Math.max(...moments)), count: queries },
            })
          : i18n.translate('webServerRce.evidence.taken', {
              defaultMessage:
                'Evidence taken {after} after the exec: {count, plural, one {# query} other {# queries}}, kept with the alert',
              values: { after: toSecondsText(Math.min(...after) - exec), count: queries },
            })
      }
      data-test-subj="webServerRceEvidence"
    />
  );
};
