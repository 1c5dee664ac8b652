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
import type { PresentRule } from '../../common/api/rule_status';
import { getRuleDefinition } from '../../common/rule/get_rule_definition';
import { toShippedParams } from '../../common/rule/rule_params';
import { EvidenceSetting } from './evidence_setting';
import { RuleFields } from './rule_fields';
import { useHost } from '../app/host';
import { MarkdownText } from '../text/markdown_text';
import { SecurityRuleSection } from './security/security_rule_section';
import { checkRuleDraft, toRuleDraft } from './rule_draft';
import { toShownRuleName } from './shown_rule_name';
import { toVisible } from '../text/split_hidden';
import { useRuleSettings } from './use_rule_settings';

/** What the rule searches and how often. Nothing is sent that the server would refuse. */
export const RuleSettings = ({
  rule,
  onClose,
}: {
  rule: PresentRule;
  onClose: () => void;
}): ReactElement => {
  const { locale } = useHost();
  const [draft, setDraft] = useState(() => toRuleDraft(rule));
  const { save, isSaving, problem } = useRuleSettings(rule, onClose);
  const definition = getRuleDefinition(rule.ruleId);
  const text = definition.text[locale];
  const titleId = useGeneratedHtmlId({ prefix: 'ruleSettings' });
  const checked = checkRuleDraft(draft, rule.params);
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
            {i18n.translate('webServerRce.settings.title', {
              defaultMessage: 'Settings of {name}',
              values: { name: toVisible(toShownRuleName(rule, locale)) },
            })}
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
        <MarkdownText text={text.description} />
        <EuiSpacer size="m" />
        <EuiForm>
          <RuleFields
            draft={draft}
            checked={checked}
            onChange={(part) => setDraft({ ...draft, ...part })}
          />
        </EuiForm>
        <EuiSpacer size="m" />
        <EvidenceSetting rule={rule} />
        <EuiSpacer size="l" />
        <SecurityRuleSection definition={definition} />
        <EuiSpacer size="l" />
        <MarkdownText text={text.setup} />
      </EuiFlyoutBody>
      <EuiFlyoutFooter>
        <EuiFlexGroup justifyContent="spaceBetween" responsive={false} gutterSize="s">
          <EuiFlexItem grow={false}>
            <EuiButtonEmpty
              onClick={() =>
                setDraft(
                  toRuleDraft({
                    params: toShippedParams(definition),
                    interval: definition.interval,
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
