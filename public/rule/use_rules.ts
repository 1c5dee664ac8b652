import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { i18n } from '@kbn/i18n';
import { listRules } from '../../common/api/list_rules';
import type { RuleList, RuleStatus } from '../../common/api/rule_status';
import { runRule } from '../../common/api/run_rule';
import { setRuleEnabled } from '../../common/api/set_rule_enabled';
import { toApiError } from '../api/api_error';
import { callEndpoint } from '../api/call_endpoint';
import { useHost } from '../app/host';
import { toShownRuleName } from './shown_rule_name';

export const RULES_KEY = ['rules'];

/** The rules in this space, read again as often as the table. */
export const useRules = (refreshMs: number | false): UseQueryResult<RuleList> => {
  const { http } = useHost();
  return useQuery({
    queryKey: RULES_KEY,
    queryFn: ({ signal }) => callEndpoint(http, listRules, { signal }),
    refetchInterval: refreshMs,
  });
};

export interface RuleControl {
  /** One after the other. */
  readonly switchRules: (rules: readonly RuleStatus[], enabled: boolean) => void;
  readonly runNow: (rule: RuleStatus) => void;
  readonly isBusy: boolean;
}

/** Switches a rule or has it run, and says how that went. */
export const useRuleControl = (): RuleControl => {
  const { http, notify, locale } = useHost();
  const queryClient = useQueryClient();
  const show = (rules: RuleList): void => {
    queryClient.setQueryData(RULES_KEY, rules);
  };
  const refuse = (title: string) => (error: unknown) =>
    notify({ tone: 'danger', title, text: toApiError(error).message });
  const toNames = (rules: readonly RuleStatus[]): string =>
    rules.map((rule) => toShownRuleName(rule, locale)).join(', ');
  const switching = useMutation({
    mutationFn: async ({ rules, enabled }: { rules: readonly RuleStatus[]; enabled: boolean }) => {
      for (const { id } of rules) {
        show(await callEndpoint(http, setRuleEnabled, { params: { id }, body: { enabled } }));
      }
    },
    onSuccess: (_answer, { rules, enabled }) =>
      notify({
        tone: 'success',
        title: enabled ? switchedOnText() : switchedOffText(),
        text: toNames(rules),
      }),
    onError: refuse(
      i18n.translate('webServerRce.rule.switchFailed', {
        defaultMessage: 'The rule was not switched',
      })
    ),
  });
  const running = useMutation({
    mutationFn: (rule: RuleStatus) => callEndpoint(http, runRule, { params: { id: rule.id } }),
    onSuccess: (rules, rule) => {
      show(rules);
      notify({
        tone: 'success',
        title: i18n.translate('webServerRce.rule.runAsked', {
          defaultMessage: 'The rule runs in a moment',
        }),
        text: toNames([rule]),
      });
    },
    onError: refuse(
      i18n.translate('webServerRce.rule.runFailed', { defaultMessage: 'The rule was not run' })
    ),
  });
  return {
    switchRules: (rules, enabled) => switching.mutate({ rules, enabled }),
    runNow: running.mutate,
    isBusy: switching.isLoading || running.isLoading,
  };
};

const switchedOnText = (): string =>
  i18n.translate('webServerRce.rule.switchedOn', { defaultMessage: 'The rule is enabled' });
const switchedOffText = (): string =>
  i18n.translate('webServerRce.rule.switchedOff', { defaultMessage: 'The rule is disabled' });
