import {
  EuiButton,
  EuiButtonEmpty,
  EuiCallOut,
  EuiFlexGroup,
  EuiFlexItem,
  EuiSpacer,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import type { RuleDefinition } from '../../../common/rule/rule_definition';
import { toRuleFile } from '../../../common/rule/security/to_rule_file';
import { toSecurityRule } from '../../../common/rule/security/to_security_rule';
import { useHost } from '../../app/host';
import { saveFile } from '../../text/save_file';
import { useSecurityRule } from './use_security_rule';

/** A rule for people who work in Elastic Security: as a file, and, where they may, made there with one click. */
export const SecurityRuleSection = ({
  definition,
}: {
  definition: RuleDefinition;
}): ReactElement => {
  const { locale, mayEditSecurityRules } = useHost();
  const { create, isCreating, problem } = useSecurityRule(definition);
  return (
    <section data-test-subj="webServerRceSecurityRule">
      <EuiTitle size="xs">
        <h3>
          {i18n.translate('webServerRce.securityRule.title', {
            defaultMessage: 'In Elastic Security',
          })}
        </h3>
      </EuiTitle>
      <EuiSpacer size="s" />
      <EuiText size="s">
        <p>
          {definition.unit === 'tree'
            ? i18n.translate('webServerRce.securityRule.approximation', {
                defaultMessage:
                  'Elastic Security has no trees: it gets a query over single events, whose description says what it misses and flags.',
              })
            : i18n.translate('webServerRce.securityRule.same', {
                defaultMessage: 'The rule as it is shipped, with its guide and Osquery queries.',
              })}
        </p>
      </EuiText>
      <EuiSpacer size="s" />
      {problem !== undefined && (
        <>
          <EuiCallOut size="s" color="danger" iconType="warning" role="alert" title={problem} />
          <EuiSpacer size="s" />
        </>
      )}
      <EuiFlexGroup gutterSize="s" responsive={false} wrap>
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty
            size="s"
            iconType="download"
            onClick={() =>
              saveFile(
                `${definition.id}_rule.ndjson`,
                toRuleFile([toSecurityRule(definition, locale, i18n.translate)]),
                'application/x-ndjson'
              )
            }
            data-test-subj="webServerRceExportRule"
          >
            {i18n.translate('webServerRce.securityRule.export', {
              defaultMessage: 'Export for its importer (NDJSON)',
            })}
          </EuiButtonEmpty>
        </EuiFlexItem>
        {mayEditSecurityRules && (
          <EuiFlexItem grow={false}>
            <EuiButton
              size="s"
              isLoading={isCreating}
              onClick={create}
              data-test-subj="webServerRceCreateSecurityRule"
            >
              {i18n.translate('webServerRce.securityRule.create', {
                defaultMessage: 'Create there',
              })}
            </EuiButton>
          </EuiFlexItem>
        )}
      </EuiFlexGroup>
    </section>
  );
};
