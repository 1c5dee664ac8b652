import {
  EuiButton,
  EuiButtonEmpty,
  EuiCallOut,
  EuiFlexGroup,
  EuiFlexItem,
  EuiForm,
  EuiSpacer,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useState, type ReactElement } from 'react';
import type { PresentRule } from '../../common/api/rule_status';
import { getRuleDefinition } from '../../common/rule/get_rule_definition';
import { toShippedParams } from '../../common/rule/rule_params';
import { EvidenceSetting } from './evidence_setting';
import { useHost } from '../app/host';
import { PreviewPanel } from '../preview/preview_panel';
import { MarkdownText } from '../text/markdown_text';
import { RuleFields } from './rule_fields';
import { SecurityRuleSection } from './security/security_rule_section';
import { checkRuleDraft, toRuleDraft } from './rule_draft';
import { useRuleSettings } from './use_rule_settings';

/** What the rule searches and how often. Nothing is sent that the server would refuse. */
export const RuleSettings = ({ rule }: { rule: PresentRule }): ReactElement => {
  const { locale, mayWrite } = useHost();
  const [draft, setDraft] = useState(() => toRuleDraft(rule));
  const { save, isSaving, problem } = useRuleSettings(rule);
  const definition = getRuleDefinition(rule.ruleId);
  const text = definition.text[locale];
  const checked = checkRuleDraft(draft, rule.params);
  const { settings } = checked;
  const shipped = { params: toShippedParams(definition), interval: definition.interval };
  return (
    <EuiFlexGroup gutterSize="xl" wrap data-test-subj="webServerRceSettings">
      <EuiFlexItem grow={3} style={{ minWidth: 'min(480px, 100%)' }}>
        <EuiForm>
          <RuleFields
            unit={definition.unit}
            draft={draft}
            checked={checked}
            isDisabled={!mayWrite}
            onChange={(part) => setDraft({ ...draft, ...part })}
          />
        </EuiForm>
        {problem !== undefined && (
          <>
            <EuiSpacer size="m" />
            <EuiCallOut color="danger" iconType="warning" role="alert" title={problem} />
          </>
        )}
        <EuiSpacer size="m" />
        {mayWrite && (
          <EuiFlexGroup responsive={false} gutterSize="s" wrap>
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
            <EuiFlexItem grow={false}>
              <EuiButtonEmpty onClick={() => setDraft(toRuleDraft(shipped))}>
                {i18n.translate('webServerRce.settings.reset', {
                  defaultMessage: 'Put the shipped settings back',
                })}
              </EuiButtonEmpty>
            </EuiFlexItem>
          </EuiFlexGroup>
        )}
        <EuiSpacer size="xl" />
        <EvidenceSetting rule={rule} />
        <EuiSpacer size="xl" />
        <PreviewPanel params={settings?.params} />
      </EuiFlexItem>
      <EuiFlexItem grow={2} style={{ minWidth: 'min(320px, 100%)' }}>
        <MarkdownText text={text.description} />
        <EuiSpacer size="l" />
        <SecurityRuleSection definition={definition} />
        <EuiSpacer size="l" />
        <MarkdownText text={text.setup} />
      </EuiFlexItem>
    </EuiFlexGroup>
  );
};
