import {
  EuiCodeBlock,
  EuiDescriptionList,
  EuiFormRow,
  EuiLink,
  EuiSelect,
  EuiSpacer,
  EuiText,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { RuleTypeFormProps } from '@kbn/triggers-actions-ui-plugin/public';
import type { ComponentType, ReactElement } from 'react';
import { toLocale } from '../../common/i18n/locale';
import { findRuleDefinition } from '../../common/rule/get_rule_definition';
import { ruleParamsSchema, toShippedParams, type RuleParams } from '../../common/rule/rule_params';
import { RULES } from '../../common/rule/rules';

/** The form for a rule of our type: which rule it is, what it searches, and the way to the app where that is changed. */
export const createRuleTypeForm = (appUrl: string): ComponentType<RuleTypeFormProps> => {
  const RuleTypeForm = ({ id, ruleParams, setRuleProperty }: RuleTypeFormProps): ReactElement => {
    const parsed = ruleParamsSchema.safeParse(ruleParams);
    return (
      <div data-test-subj="webServerRceRuleTypeForm">
        {id === undefined && (
          <RuleChoice
            ruleId={parsed.success ? parsed.data.ruleId : undefined}
            onChoose={(params) => setRuleProperty('params', params)}
          />
        )}
        {parsed.success && <RuleSummary params={parsed.data} />}
        <EuiText size="s">
          <p>
            <EuiLink
              href={id === undefined ? appUrl : `${appUrl}/rules/${encodeURIComponent(id)}`}
              target="_blank"
              data-test-subj="webServerRceOpenRule"
            >
              {i18n.translate('webServerRce.ruleType.openApp', {
                defaultMessage: 'Change query, index patterns and look-back in Web Server RCE',
              })}
            </EuiLink>
          </p>
        </EuiText>
        <EuiSpacer size="m" />
      </div>
    );
  };
  return RuleTypeForm;
};

const RuleChoice = ({
  ruleId,
  onChoose,
}: {
  ruleId: string | undefined;
  onChoose: (params: RuleParams) => void;
}): ReactElement => {
  const locale = toLocale(i18n.getLocale());
  return (
    <>
      <EuiFormRow
        fullWidth
        label={i18n.translate('webServerRce.ruleType.which', { defaultMessage: 'Rule' })}
        helpText={i18n.translate('webServerRce.ruleType.whichHelp', {
          defaultMessage:
            'Enabling a rule in Web Server RCE creates it, too: another one here is a copy with actions, query and schedule of its own.',
        })}
      >
        <EuiSelect
          fullWidth
          hasNoInitialSelection
          value={ruleId ?? ''}
          options={RULES.map(({ id, text }) => ({ value: id, text: text[locale].name }))}
          onChange={({ target }) => {
            const definition = findRuleDefinition(target.value);
            if (definition) onChoose(toShippedParams(definition));
          }}
          data-test-subj="webServerRceRuleChoice"
        />
      </EuiFormRow>
      <EuiSpacer size="m" />
    </>
  );
};

const RuleSummary = ({ params }: { params: RuleParams }): ReactElement => {
  const definition = findRuleDefinition(params.ruleId);
  const text = definition?.text[toLocale(i18n.getLocale())];
  const items = [
    {
      title: text?.name ?? params.ruleId,
      description: text?.description ?? '',
    },
    {
      title: i18n.translate('webServerRce.ruleType.query', { defaultMessage: 'EQL event query' }),
      description: (
        <EuiCodeBlock fontSize="s" paddingSize="s" overflowHeight={160} isCopyable>
          {params.query}
        </EuiCodeBlock>
      ),
    },
    {
      title: i18n.translate('webServerRce.ruleType.indexPatterns', {
        defaultMessage: 'Index patterns',
      }),
      description: params.indexPatterns.join(', '),
    },
    {
      title: i18n.translate('webServerRce.ruleType.limits', { defaultMessage: 'Each run' }),
      description: i18n.translate('webServerRce.ruleType.limitsValue', {
        defaultMessage: 'looks back {lookBack} at least and raises up to {maxAlerts} alerts',
        values: { lookBack: params.lookBack, maxAlerts: params.maxAlertsPerRun },
      }),
    },
  ];
  return (
    <>
      <EuiDescriptionList compressed listItems={items} />
      <EuiSpacer size="m" />
    </>
  );
};
