import {
  EuiBadge,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSkeletonText,
  EuiSwitch,
  EuiText,
} from '@elastic/eui';
import type { UseQueryResult } from '@tanstack/react-query';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { RuleStatus } from '../../common/api/get_rule';
import { useHost } from '../app/host';
import { Problem } from '../text/problem';
import { LastRun } from './last_run';
import { SettingsButton } from './settings_button';
import { useRuleSwitch } from './use_rule';

/** Whether the rule is on, how its last run went and when the next one is; a switch for those who may use it. */
export const RuleHeader = ({ rule }: { rule: UseQueryResult<RuleStatus> }): ReactElement => {
  const { mayWrite } = useHost();
  if (rule.data === undefined) {
    return rule.isError ? (
      <Problem
        title={i18n.translate('webServerRce.rule.notRead', {
          defaultMessage: 'The state of the rule could not be read',
        })}
        error={rule.error}
        onRetry={() => void rule.refetch()}
      />
    ) : (
      <EuiSkeletonText lines={1} />
    );
  }
  const enabled = rule.data.kind === 'present' && rule.data.enabled;
  return (
    <EuiFlexGroup
      gutterSize="m"
      alignItems="center"
      wrap
      responsive={false}
      data-test-subj="webServerRceRule"
    >
      <EuiFlexItem grow={false}>
        {mayWrite ? <RuleSwitchControl enabled={enabled} /> : <RuleBadge enabled={enabled} />}
      </EuiFlexItem>
      {rule.data.kind === 'present' && (
        <EuiFlexItem grow={false}>
          <LastRun rule={rule.data} />
        </EuiFlexItem>
      )}
      {mayWrite && rule.data.kind === 'present' && (
        <EuiFlexItem grow={false}>
          <SettingsButton rule={rule.data} />
        </EuiFlexItem>
      )}
      {!mayWrite && (
        <EuiFlexItem grow={false}>
          <EuiText size="xs" color="subdued">
            {i18n.translate('webServerRce.rule.readOnly', {
              defaultMessage:
                'You can look, not change: for changing alerts and the rule, ask for the privilege “All” of Web Server RCE.',
            })}
          </EuiText>
        </EuiFlexItem>
      )}
    </EuiFlexGroup>
  );
};

const RuleSwitchControl = ({ enabled }: { enabled: boolean }): ReactElement => {
  const { switchRule, isSwitching } = useRuleSwitch();
  return (
    <EuiSwitch
      compressed
      label={enabled ? enabledText() : disabledText()}
      checked={enabled}
      disabled={isSwitching}
      onChange={(event) => switchRule(event.target.checked)}
      data-test-subj="webServerRceRuleSwitch"
    />
  );
};

const RuleBadge = ({ enabled }: { enabled: boolean }): ReactElement => (
  <EuiBadge color={enabled ? 'success' : 'hollow'}>
    {enabled ? enabledText() : disabledText()}
  </EuiBadge>
);

const enabledText = (): string =>
  i18n.translate('webServerRce.rule.enabled', { defaultMessage: 'Rule enabled' });
const disabledText = (): string =>
  i18n.translate('webServerRce.rule.disabled', { defaultMessage: 'Rule disabled' });
