import { i18n } from '@kbn/i18n';
import type { RuleTypeModel } from '@kbn/triggers-actions-ui-plugin/public';
import { lazy } from 'react';
import { RULE_TYPE_ID } from '../../common/product';
import { toActionMessage, toSummaryMessage } from './action_messages';

/**
 * Our rules in Stack Management, where administrators attach actions. It is registered on every page of Kibana, so the form is
 * loaded when it is opened.
 * @param appUrl address of this plugin's app, in the space the page is of
 */
export const createRuleTypeModel = (appUrl: string): RuleTypeModel => ({
  id: RULE_TYPE_ID,
  description: i18n.translate('webServerRce.ruleType.description', {
    defaultMessage: 'Finds commands that attackers run through a web server on Linux.',
  }),
  iconClass: 'logoSecurity',
  documentationUrl: null,
  validate: ({ ruleId }) => ({
    errors: {
      ruleId:
        ruleId === undefined
          ? [
              i18n.translate('webServerRce.ruleType.noRule', {
                defaultMessage: 'Choose a rule.',
              }),
            ]
          : [],
    },
  }),
  ruleParamsExpression: lazy(async () => {
    const { createRuleTypeForm } = await import('./rule_type_form');
    return { default: createRuleTypeForm(appUrl) };
  }),
  requiresAppContext: false,
  defaultActionMessage: toActionMessage(),
  defaultSummaryMessage: toSummaryMessage(),
});
