import { useMutation, useQueryClient } from '@tanstack/react-query';
import { i18n } from '@kbn/i18n';
import { setRuleParams } from '../../common/api/set_rule_params';
import { toApiError } from '../api/api_error';
import { callEndpoint } from '../api/call_endpoint';
import { useHost } from '../app/host';
import type { CheckedDraft } from './rule_draft';
import { RULE_KEY } from './use_rule';

export interface RuleSettingsControl {
  readonly save: (settings: NonNullable<CheckedDraft['settings']>) => void;
  readonly isSaving: boolean;
  /** The server's sentence when it refused. */
  readonly problem: string | undefined;
}

/** Saves the rule's settings; `onSaved` is called once they hold. */
export const useRuleSettings = (onSaved: () => void): RuleSettingsControl => {
  const { http, notify } = useHost();
  const queryClient = useQueryClient();
  const { mutate, isLoading, error } = useMutation({
    mutationFn: (settings: NonNullable<CheckedDraft['settings']>) =>
      callEndpoint(http, setRuleParams, { body: settings }),
    onSuccess: (rule) => {
      queryClient.setQueryData(RULE_KEY, rule);
      notify({
        tone: 'success',
        title: i18n.translate('webServerRce.settings.saved', {
          defaultMessage: 'The rule is saved. Its next run uses the new settings.',
        }),
      });
      onSaved();
    },
  });
  return {
    save: mutate,
    isSaving: isLoading,
    problem: error === null ? undefined : toApiError(error).message,
  };
};
