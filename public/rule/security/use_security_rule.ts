import { useMutation } from '@tanstack/react-query';
import { i18n } from '@kbn/i18n';
import type { RuleDefinition } from '../../../common/rule/rule_definition';
import { toSecurityRule } from '../../../common/rule/security/to_security_rule';
import { toApiError } from '../../api/api_error';
import { useHost } from '../../app/host';

/** The detection engine's public API; its version is a date in every Kibana. */
const RULES_PATH = '/api/detection_engine/rules';
const API_VERSION = '2023-10-31';

export interface SecurityRuleControl {
  readonly create: () => void;
  readonly isCreating: boolean;
  /** Why it was not made, in Elastic Security's words. */
  readonly problem: string | undefined;
}

/** Makes one of our rules in Elastic Security, switched off, with the reader's rights. */
export const useSecurityRule = (definition: RuleDefinition): SecurityRuleControl => {
  const { http, locale, notify } = useHost();
  const { mutate, isLoading, error } = useMutation({
    mutationFn: () =>
      http.fetch(RULES_PATH, {
        method: 'POST',
        version: API_VERSION,
        body: JSON.stringify(toSecurityRule(definition, locale, i18n.translate)),
      }),
    onSuccess: () =>
      notify({
        tone: 'success',
        title: i18n.translate('webServerRce.securityRule.created', {
          defaultMessage: 'The rule is in Elastic Security, switched off',
        }),
        text: i18n.translate('webServerRce.securityRule.createdText', {
          defaultMessage: 'Look at it under Security → Rules and switch it on there.',
        }),
      }),
  });
  return {
    create: () => mutate(),
    isCreating: isLoading,
    problem: error === null ? undefined : toApiError(error).message,
  };
};
