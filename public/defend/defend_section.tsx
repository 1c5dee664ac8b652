import { EuiButton, EuiFlexGroup, EuiFlexItem, EuiSpacer, EuiText, EuiToolTip } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useMemo, useState, type ReactElement } from 'react';
import type { Alert } from '../../common/alert/alert';
import { toAlertSummary } from '../../common/alert/alert_summary';
import { NO_TRIAGE } from '../../common/triage/triage';
import { useHost, type DefendRights } from '../app/host';
import { toAlertTitle } from '../flyout/alert_title';
import { Section } from '../flyout/section';
import { useStory } from '../story/use_story';
import { useTriage } from '../triage/use_triage';
import { ConfirmAction, toIsolateName, toKillName } from './confirm_action';
import { SentActionRow } from './sent_action_row';
import { toKillTargets, type NamedTarget } from './to_kill_targets';
import { UnkeptActions } from './unkept_actions';
import { useKeptActions } from './use_kept_actions';
import { findDefendAgent, useSendAction } from './use_response_actions';

/** What can be done to the alert's host by Elastic Defend, and what was; nothing where it does not watch the host. */
export const DefendSection = ({ alert }: { alert: Alert }): ReactElement | null => {
  const { defendRights, mayWrite } = useHost();
  const agentId = findDefendAgent(alert);
  if (defendRights === undefined || agentId === undefined) return null;
  return (
    <Section
      title={i18n.translate('webServerRce.defend.title', {
        defaultMessage: 'On the host, by Elastic Defend',
      })}
    >
      {mayWrite ? (
        <ActionButtons alert={alert} agentId={agentId} rights={defendRights} />
      ) : (
        <EuiText size="xs" color="subdued">
          {i18n.translate('webServerRce.defend.readOnly', {
            defaultMessage: 'Acting on the host needs the privilege “All” of Web Server RCE.',
          })}
        </EuiText>
      )}
      <SentActions alertId={alert.id} />
    </Section>
  );
};

/** What is asked about stays as it was when somebody asked for it, whatever is read meanwhile. */
interface Asked {
  readonly targets: readonly NamedTarget[] | undefined;
}

const ActionButtons = ({
  alert,
  agentId,
  rights: { mayIsolate, mayKill },
}: {
  alert: Alert;
  agentId: string;
  rights: DefendRights;
}): ReactElement => {
  const hostName = toAlertSummary(alert.event).host ?? agentId;
  const kept = useKeptActions(alert);
  const action = useSendAction(alert, agentId, hostName, kept.keep);
  const { data: story } = useStory(alert.id);
  const targets = useMemo(() => toKillTargets(alert, story), [alert, story]);
  const [asked, setAsked] = useState<Asked>();
  const close = (): void => {
    setAsked(undefined);
    action.forget();
  };
  return (
    <>
      <EuiFlexGroup gutterSize="s" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          <EuiToolTip content={mayIsolate ? undefined : toMissingText(toIsolationRight())}>
            <EuiButton
              size="s"
              color="danger"
              iconType="lock"
              isDisabled={!mayIsolate}
              onClick={() => setAsked({ targets: undefined })}
              data-test-subj="webServerRceIsolate"
            >
              {toIsolateName()}
            </EuiButton>
          </EuiToolTip>
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiToolTip content={mayKill ? undefined : toMissingText(toProcessRight())}>
            <EuiButton
              size="s"
              color="danger"
              iconType="cross"
              isDisabled={!mayKill || targets.length === 0}
              onClick={() => setAsked({ targets })}
              data-test-subj="webServerRceKill"
            >
              {toKillName()}
            </EuiButton>
          </EuiToolTip>
        </EuiFlexItem>
      </EuiFlexGroup>
      <UnkeptActions actions={kept} />
      {asked !== undefined && (
        <ConfirmAction
          hostName={hostName}
          targets={asked.targets}
          comment={`${toAlertTitle(alert)} ${window.location.href}`}
          action={action}
          onClose={close}
        />
      )}
    </>
  );
};

const SentActions = ({ alertId }: { alertId: string }): ReactElement | null => {
  const { data: { history } = NO_TRIAGE } = useTriage(alertId);
  const sent = history.flatMap(({ change, ...signature }) =>
    change.kind === 'response' ? [{ change, signature }] : []
  );
  if (sent.length === 0) return null;
  return (
    <>
      <EuiSpacer size="s" />
      <ul>
        {[...sent].reverse().map(({ change, signature }) => (
          <SentActionRow key={change.actionId} change={change} signature={signature} />
        ))}
      </ul>
    </>
  );
};

/** @param privilege as Kibana's page of roles calls it */
const toMissingText = (privilege: string): string =>
  i18n.translate('webServerRce.defend.missing', {
    defaultMessage: 'Your role lacks the privilege “{privilege}” of Elastic Security.',
    values: { privilege },
  });

const toIsolationRight = (): string =>
  i18n.translate('webServerRce.defend.isolationRight', { defaultMessage: 'Host Isolation' });

const toProcessRight = (): string =>
  i18n.translate('webServerRce.defend.processRight', { defaultMessage: 'Process Operations' });
