import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { i18n } from '@kbn/i18n';
import { getRule, type RuleStatus } from '../../common/api/get_rule';
import { setRuleEnabled } from '../../common/api/set_rule_enabled';
import { toApiError } from '../api/api_error';
import { callEndpoint } from '../api/call_endpoint';
import { useHost } from '../app/host';

export const RULE_KEY = ['rule'];

/** The state of the rule in this space, read again as often as the table. */
export const useRule = (refreshMs: number | false): UseQueryResult<RuleStatus> => {
  const { http } = useHost();
  return useQuery({
    queryKey: RULE_KEY,
    queryFn: ({ signal }) => callEndpoint(http, getRule, { signal }),
    refetchInterval: refreshMs,
  });
};

export interface RuleSwitch {
  readonly switchRule: (enabled: boolean) => void;
  readonly isSwitching: boolean;
}

export const useRuleSwitch = (): RuleSwitch => {
  const { http, notify } = useHost();
  const queryClient = useQueryClient();
  const { mutate, isLoading } = useMutation({
    mutationFn: (enabled: boolean) => callEndpoint(http, setRuleEnabled, { body: { enabled } }),
    onSuccess: (rule) => {
      queryClient.setQueryData(RULE_KEY, rule);
      notify({ tone: 'success', title: toSwitchedText(rule) });
    },
    onError: (error) => {
      notify({
        tone: 'danger',
        title: i18n.translate('webServerRce.rule.switchFailed', {
          defaultMessage: 'The rule was not switched',
        }),
        text: toApiError(error).message,
      });
    },
  });
  return { switchRule: mutate, isSwitching: isLoading };
};

const toSwitchedText = (rule: RuleStatus): string =>
  rule.kind === 'present' && rule.enabled
    ? i18n.translate('webServerRce.rule.switchedOn', { defaultMessage: 'The rule is enabled' })
    : i18n.translate('webServerRce.rule.switchedOff', { defaultMessage: 'The rule is disabled' });
