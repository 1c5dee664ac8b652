import { EuiCallOut } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import { findText } from '../../../common/event/get_values';
import { toVisible } from '../../text/split_hidden';
import { useTimeFormat } from '../../text/use_time_format';
import { isOtherHost } from '../../../common/osquery/is_other_host';
import { useRuns } from '../use_runs';
import type { Availability } from './use_availability';
import { CrossedCircle } from '../../icons/crossed_circle';

/** What stands between the reader and the alert's host, in plain words; nothing when all is well. */
export const OsqueryNotice = (): ReactElement | null => {
  const { availability } = useRuns();
  if (availability.kind === 'available') return <AgentNotice availability={availability} />;
  return (
    <EuiCallOut
      size="s"
      color="warning"
      iconType="warning"
      title={toUnavailableText(availability)}
      data-test-subj="webServerRceOsqueryUnavailable"
    >
      <p>{copyInsteadText()}</p>
    </EuiCallOut>
  );
};

const toUnavailableText = (availability: Exclude<Availability, { kind: 'available' }>): string => {
  switch (availability.kind) {
    case 'not_installed':
      return i18n.translate('webServerRce.osquery.notInstalled', {
        defaultMessage: 'The Osquery plugin is not installed or not enabled in this Kibana.',
      });
    case 'no_right':
      return i18n.translate('webServerRce.osquery.noRight', {
        defaultMessage:
          'You have no right to Osquery here, so you could not see the rows of a query. Ask an administrator for the Kibana privilege “Osquery”: Read is enough for the guide’s own queries.',
      });
    case 'not_set_up':
      return i18n.translate('webServerRce.osquery.notSetUp', {
        defaultMessage:
          'The Osquery Manager integration is not installed. Add it to the agent policies of your web servers in Fleet.',
      });
    case 'no_agent':
      return i18n.translate('webServerRce.osquery.noAgent', {
        defaultMessage:
          'This alert does not name the agent it came from (field agent.id), so no query can be sent there.',
      });
    case 'agent_unknown':
      return i18n.translate('webServerRce.osquery.agentUnknown', {
        defaultMessage:
          'Nothing is known here of the agent {id} that this alert came from: it may have been removed, or be no agent that answers queries.',
        values: { id: toVisible(availability.agentId) },
      });
  }
};

const copyInsteadText = (): string =>
  i18n.translate('webServerRce.osquery.copyInstead', {
    defaultMessage:
      'The queries below are filled from the alert: copy their SQL and run it on the host yourself.',
  });

/** The agent can be asked, but may be away, or sit on another machine than the alert speaks of. */
const AgentNotice = ({
  availability: { agent },
}: {
  availability: Extract<Availability, { kind: 'available' }>;
}): ReactElement | null => {
  const time = useTimeFormat();
  const { alert } = useRuns();
  const alertHost = findText(alert.event, 'host.name');
  const agentHost = agent?.local_metadata?.host?.hostname;
  if (alertHost !== undefined && agentHost !== undefined && isOtherHost(alertHost, agentHost)) {
    return (
      <EuiCallOut
        size="s"
        color="danger"
        iconType="warning"
        title={i18n.translate('webServerRce.osquery.otherHost', {
          defaultMessage: 'This agent runs on {agentHost}, the alert’s host is {alertHost}',
          values: { agentHost: toVisible(agentHost), alertHost: toVisible(alertHost) },
        })}
        data-test-subj="webServerRceOtherHost"
      >
        <p>
          {i18n.translate('webServerRce.osquery.otherHostBody', {
            defaultMessage:
              'Rows come from {agentHost}. Read them as that machine’s, not as the alert’s.',
            values: { agentHost: toVisible(agentHost) },
          })}
        </p>
      </EuiCallOut>
    );
  }
  if (agent?.status === undefined || agent.status !== 'offline') return null;
  return (
    <EuiCallOut
      size="s"
      color="warning"
      iconType={CrossedCircle}
      title={
        agent.last_checkin === undefined
          ? i18n.translate('webServerRce.osquery.offline', {
              defaultMessage:
                'The agent of this host is offline. A query waits for it: five minutes in Kibana up to 9.2, two weeks from 9.3 on.',
            })
          : i18n.translate('webServerRce.osquery.offlineSince', {
              defaultMessage:
                'The agent of this host is offline, last seen {when}. A query waits for it: five minutes in Kibana up to 9.2, two weeks from 9.3 on.',
              values: { when: time.relative(agent.last_checkin) },
            })
      }
      data-test-subj="webServerRceAgentOffline"
    />
  );
};
