import { EuiBadge } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { toVisible } from '../../text/split_hidden';
import { isOtherAgent } from '../agent/is_other_agent';
import { useAgent } from '../agent/use_agent';
import { useRuns } from '../use_runs';

/** Says that a run is of another host than the alert; nothing of the alert's own. */
export const OtherHostBadge = ({ agentId }: { agentId: string }): ReactElement | null => {
  const { alert } = useRuns();
  const isOther = isOtherAgent(alert, agentId);
  const { agent } = useAgent(isOther ? agentId : undefined);
  if (!isOther) return null;
  return (
    <EuiBadge color="warning" data-test-subj="webServerRceOtherHostRun">
      {i18n.translate('webServerRce.run.otherHost', {
        defaultMessage: 'another host: {host}',
        values: { host: toVisible(agent?.local_metadata?.host?.hostname ?? agentId) },
      })}
    </EuiBadge>
  );
};
