import type { Alert } from '../../common/alert/alert';
import type { PresentRule } from '../../common/api/rule_status';
import { useRules } from '../rule/use_rules';

/** The rule that raised an alert: undefined until the rules are read, and where it is gone. */
export const useAlertRule = (
  alert: Alert
): { readonly rule: PresentRule | undefined; readonly isGone: boolean } => {
  const { data } = useRules(false);
  const rule = data?.rules.find(({ id }) => id === alert.ruleUuid);
  const present = rule?.kind === 'present' ? rule : undefined;
  return { rule: present, isGone: data !== undefined && present === undefined };
};
