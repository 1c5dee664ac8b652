import {
  EuiButton,
  EuiButtonEmpty,
  EuiCallOut,
  EuiFlexGroup,
  EuiFlexItem,
  EuiFlyout,
  EuiFlyoutBody,
  EuiFlyoutFooter,
  EuiFlyoutHeader,
  EuiForm,
  EuiSpacer,
  EuiTitle,
  useGeneratedHtmlId,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import { webServerRule } from '../../common/rule/rule';
import { shippedRuleParams } from '../../common/rule/rule_params';
import { RuleFields } from './rule_fields';
import { checkRuleDraft, toRuleDraft, type PresentRule } from './rule_draft';
import { useRuleSettings } from './use_rule_settings';

/** What the rule searches and how often. Nothing is sent that the server would refuse. */
export const RuleSettings = ({
  rule,
  onClose,
}: {
  rule: PresentRule;
  onClose: () => void;
}): ReactElement => {
  const [draft, setDraft] = useState(() => toRuleDraft(rule));
  const { save, isSaving, problem } = useRuleSettings(onClose);
  const titleId = useGeneratedHtmlId({ prefix: 'ruleSettings' });
  const checked = checkRuleDraft(draft);
  const { settings } = checked;
  return (
    <EuiFlyout
      onClose={onClose}
      size="m"
      aria-labelledby={titleId}
      data-test-subj="webServerRceSettings"
    >
      <EuiFlyoutHeader hasBorder>
        <EuiTitle size="s">
          <h2 id={titleId}>
            {i18n.translate('webServerRce.settings.title', { defaultMessage: 'Rule settings' })}
          </h2>
        </EuiTitle>
      </EuiFlyoutHeader>
      <EuiFlyoutBody>
        {problem !== undefined && (
          <>
            <EuiCallOut color="danger" iconType="warning" role="alert" title={problem} />
            <EuiSpacer size="m" />
          </>
        )}
        <EuiForm>
          <RuleFields
            draft={draft}
            checked={checked}
            onChange={(part) => setDraft({ ...draft, ...part })}
          />
        </EuiForm>
      </EuiFlyoutBody>
      <EuiFlyoutFooter>
        <EuiFlexGroup justifyContent="spaceBetween" responsive={false} gutterSize="s">
          <EuiFlexItem grow={false}>
            <EuiButtonEmpty
              onClick={() =>
                setDraft(
                  toRuleDraft({
                    ...rule,
                    params: shippedRuleParams,
                    interval: webServerRule.interval,
                  })
                )
              }
            >
              {i18n.translate('webServerRce.settings.reset', {
                defaultMessage: 'Put the shipped settings back',
              })}
            </EuiButtonEmpty>
          </EuiFlexItem>
          <EuiFlexItem grow={false}>
            <EuiButton
              fill
              isLoading={isSaving}
              disabled={settings === undefined}
              onClick={() => settings && save(settings)}
              data-test-subj="webServerRceSaveSettings"
            >
              {i18n.translate('webServerRce.settings.save', { defaultMessage: 'Save' })}
            </EuiButton>
          </EuiFlexItem>
        </EuiFlexGroup>
      </EuiFlyoutFooter>
    </EuiFlyout>
  );
};
