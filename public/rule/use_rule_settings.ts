import { useMutation, useQueryClient } from '@tanstack/react-query';
import { i18n } from '@kbn/i18n';
import type { PresentRule } from '../../common/api/rule_status';
import { setRuleParams } from '../../common/api/set_rule_params';
import { toApiError } from '../api/api_error';
import { callEndpoint } from '../api/call_endpoint';
import { useHost } from '../app/host';
import type { CheckedDraft } from './rule_draft';
import { RULES_KEY } from './use_rules';

export interface RuleSettingsControl {
  readonly save: (settings: NonNullable<CheckedDraft['settings']>) => void;
  readonly isSaving: boolean;
  /** The server's sentence when it refused. */
  readonly problem: string | undefined;
}

/** Saves a rule's settings. */
export const useRuleSettings = (rule: PresentRule): RuleSettingsControl => {
  const { http, notify } = useHost();
  const queryClient = useQueryClient();
  const { mutate, isLoading, error } = useMutation({
    mutationFn: (settings: NonNullable<CheckedDraft['settings']>) =>
      callEndpoint(http, setRuleParams, { params: { id: rule.id }, body: settings }),
    onSuccess: (rules) => {
      queryClient.setQueryData(RULES_KEY, rules);
      notify({
        tone: 'success',
        title: i18n.translate('webServerRce.settings.saved', {
          defaultMessage: 'The rule is saved. Its next run uses the new settings.',
        }),
      });
    },
  });
  return {
    save: mutate,
    isSaving: isLoading,
    problem: error === null ? undefined : toApiError(error).message,
  };
};
