import {
  EuiButtonEmpty,
  EuiCallOut,
  EuiFlexGroup,
  EuiFlexItem,
  EuiHealth,
  EuiPopover,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import type { FleetAgent } from '../../../common/osquery/live_query_api';
import { ValueList } from '../../choice/value_list';
import { ChevronDown } from '../../icons/chevron_down';
import { toApiError } from '../../api/api_error';
import { toVisible } from '../../text/split_hidden';
import { VisibleText } from '../../text/visible_text';
import { useRuns } from '../use_runs';
import { isOtherAgent } from './is_other_agent';
import { useAgents } from './use_agents';

/** Each is sent a query of its own. */
const MOST_TARGETS = 20;

/** Which hosts queries are sent to: the alert's own, or others. Nothing where there is no other. */
export const TargetChoice = (): ReactElement | null => {
  const { alert, availability, targets, setTargets } = useRuns();
  const [isOpen, setOpen] = useState(false);
  const isAvailable = availability.kind === 'available';
  const agents = useAgents(isAvailable);
  const known = agents.data?.agents ?? [];
  if (!isAvailable) return null;
  if (!agents.isError && !known.some(({ id }) => isOtherAgent(alert, id))) return null;
  const toName = (id: string): string => toHostName(id, known, availability.agent);
  const others = targets.filter((id) => isOtherAgent(alert, id));
  const label = i18n.translate('webServerRce.targets.choose', { defaultMessage: 'Choose hosts' });
  return (
    <div data-test-subj="webServerRceTargets">
      <EuiSpacer size="xs" />
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          <EuiText size="s">
            <VisibleText
              text={
                others.length === 0
                  ? i18n.translate('webServerRce.targets.own', {
                      defaultMessage: 'Queries run on the alert’s host, {host}',
                      values: { host: toName(availability.agentId) },
                    })
                  : i18n.translate('webServerRce.targets.some', {
                      defaultMessage: 'Queries run on {hosts}',
                      values: { hosts: targets.map(toName).join(', ') },
                    })
              }
            />
          </EuiText>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiPopover
            isOpen={isOpen}
            closePopover={() => setOpen(false)}
            panelPaddingSize="none"
            aria-label={label}
            button={
              <EuiButtonEmpty
                size="xs"
                iconType={ChevronDown}
                iconSide="right"
                onClick={() => setOpen(!isOpen)}
                data-test-subj="webServerRceChooseTargets"
              >
                {label}
              </EuiButtonEmpty>
            }
          >
            {agents.isError ? (
              <div style={{ width: 300 }}>
                <EuiCallOut
                  size="s"
                  color="warning"
                  title={i18n.translate('webServerRce.targets.unread', {
                    defaultMessage: 'Other agents could not be listed',
                  })}
                >
                  <p>
                    {toApiError(agents.error).status === 403
                      ? i18n.translate('webServerRce.targets.noRight', {
                          defaultMessage:
                            'Ask an administrator for the Kibana privilege “Osquery: Read”. Queries still run on the alert’s host.',
                        })
                      : toVisible(toApiError(agents.error).message)}
                  </p>
                </EuiCallOut>
              </div>
            ) : (
              <ValueList
                label={label}
                known={known.map((agent) => ({
                  value: agent.id,
                  mark: <AgentMark agent={agent} isOwn={!isOtherAgent(alert, agent.id)} />,
                }))}
                selected={targets}
                toText={toName}
                emptyText={i18n.translate('webServerRce.targets.none', {
                  defaultMessage: 'There is no other agent',
                })}
                onChange={(ids) => setTargets(ids.slice(0, MOST_TARGETS))}
              />
            )}
            {(agents.data?.total ?? 0) > known.length && (
              <EuiText size="xs" color="subdued" style={{ width: 280, padding: 8 }}>
                {i18n.translate('webServerRce.targets.cut', {
                  defaultMessage: 'The first {count, number} of {total, number} agents',
                  values: { count: known.length, total: agents.data?.total ?? 0 },
                })}
              </EuiText>
            )}
          </EuiPopover>
        </EuiFlexItem>
      </EuiFlexGroup>
      {others.length > 0 && (
        <EuiText size="xs" color="subdued" role="status">
          {i18n.translate('webServerRce.targets.warning', {
            defaultMessage:
              'Rows of another host are marked as such: its process ids and users are not this alert’s.',
          })}
        </EuiText>
      )}
    </div>
  );
};

const toHostName = (
  id: string,
  known: readonly FleetAgent[],
  own: FleetAgent | undefined
): string => {
  const agent = known.find((one) => one.id === id) ?? (own?.id === id ? own : undefined);
  return toVisible(agent?.local_metadata?.host?.hostname ?? id);
};

const AgentMark = ({ agent, isOwn }: { agent: FleetAgent; isOwn: boolean }): ReactElement => (
  <EuiHealth color={agent.status === 'online' ? 'success' : 'subdued'} textSize="xs">
    {[
      isOwn
        ? i18n.translate('webServerRce.targets.isOwn', { defaultMessage: 'this alert’s' })
        : undefined,
      toStatusWord(agent.status),
    ]
      .filter((word) => word !== undefined)
      .join(' · ')}
  </EuiHealth>
);

const toStatusWord = (status: string | undefined): string | undefined => {
  if (status === 'online') {
    return i18n.translate('webServerRce.targets.online', { defaultMessage: 'online' });
  }
  return status === 'offline'
    ? i18n.translate('webServerRce.targets.offline', { defaultMessage: 'offline' })
    : status && toVisible(status);
};
