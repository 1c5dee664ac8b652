import {
  EuiBadge,
  EuiButtonEmpty,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSwitch,
  EuiText,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { RuleStatus } from '../../common/api/rule_status';
import { useHost } from '../app/host';
import { useLink } from '../app/use_link';
import { VisibleText } from '../text/visible_text';
import { LastRun } from './last_run';
import { toShownRuleName } from './shown_rule_name';
import { toRulePath } from './page/rule_tab';
import { useRuleControl, type RuleControl } from './use_rules';

/** Whether one rule is on, how its last run went and when the next one is; buttons for those who may use them. */
export const RuleRow = ({
  rule,
  isOnItsPage = false,
}: {
  rule: RuleStatus;
  isOnItsPage?: boolean;
}): ReactElement => {
  const { mayWrite, locale } = useHost();
  const control = useRuleControl();
  const name = toShownRuleName(rule, locale);
  const isEnabled = rule.kind === 'present' && rule.enabled;
  return (
    <EuiFlexGroup
      gutterSize="m"
      alignItems="center"
      wrap
      responsive={false}
      data-test-subj={`webServerRceRule-${rule.ruleId}`}
    >
      <EuiFlexItem grow={false}>
        {mayWrite ? (
          <EuiSwitch
            compressed
            label={<VisibleText text={name} />}
            checked={isEnabled}
            disabled={control.isBusy}
            onChange={(event) => control.switchRules([rule], event.target.checked)}
            data-test-subj={`webServerRceRuleSwitch-${rule.ruleId}`}
          />
        ) : (
          <EuiText size="s">
            <VisibleText text={name} />
          </EuiText>
        )}
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <EuiBadge color={isEnabled ? 'success' : 'hollow'}>
          {isEnabled ? enabledText() : disabledText()}
        </EuiBadge>
      </EuiFlexItem>
      {rule.kind === 'present' && (
        <>
          {rule.isCopy && (
            <EuiFlexItem grow={false}>
              <EuiBadge color="warning">{copyText()}</EuiBadge>
            </EuiFlexItem>
          )}
          <EuiFlexItem grow={false}>
            <LastRun rule={rule} />
          </EuiFlexItem>
          {mayWrite && isEnabled && <RunNowButton rule={rule} control={control} />}
        </>
      )}
      {!isOnItsPage && <OpenRuleLink rule={rule} />}
    </EuiFlexGroup>
  );
};

const RunNowButton = ({
  rule,
  control,
}: {
  rule: RuleStatus;
  control: RuleControl;
}): ReactElement => (
  <EuiFlexItem grow={false}>
    <EuiButtonEmpty
      size="s"
      iconType="play"
      isDisabled={control.isBusy}
      onClick={() => control.runNow(rule)}
      data-test-subj={`webServerRceRunRule-${rule.ruleId}`}
    >
      {i18n.translate('webServerRce.rule.runNow', { defaultMessage: 'Run now' })}
    </EuiButtonEmpty>
  </EuiFlexItem>
);

const OpenRuleLink = ({ rule }: { rule: RuleStatus }): ReactElement => {
  const toLink = useLink();
  return (
    <EuiFlexItem grow={false}>
      <EuiButtonEmpty
        size="s"
        iconType="gear"
        {...toLink(toRulePath(rule.id))}
        data-test-subj={`webServerRceOpenSettings-${rule.ruleId}`}
      >
        {i18n.translate('webServerRce.rule.open', { defaultMessage: 'Rule page' })}
      </EuiButtonEmpty>
    </EuiFlexItem>
  );
};

const enabledText = (): string =>
  i18n.translate('webServerRce.rule.enabled', { defaultMessage: 'Enabled' });
const disabledText = (): string =>
  i18n.translate('webServerRce.rule.disabled', { defaultMessage: 'Disabled' });
const copyText = (): string => i18n.translate('webServerRce.rule.copy', { defaultMessage: 'Copy' });
