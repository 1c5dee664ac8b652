import type { PresentRule, RuleStatus } from '../../common/api/rule_status';
import type { ReadinessCheck } from '../../common/readiness/readiness';
import { toMilliseconds } from '../../common/time/duration';

/** A run that is later than this many intervals is overdue. */
const LATE_INTERVALS = 3;

/** Whether the rules are on, and their last runs went well and not long ago. */
export const findRuleChecks = (rules: readonly RuleStatus[], now: Date): ReadinessCheck[] => {
  const enabled = rules.filter(
    (rule): rule is PresentRule => rule.kind === 'present' && rule.enabled
  );
  const off = rules.filter((rule) => !(rule.kind === 'present' && (rule.enabled || rule.isCopy)));
  return [
    {
      id: 'rule_on',
      state: enabled.length === 0 ? 'bad' : off.length > 0 ? 'doubtful' : 'good',
      seen: off.map(({ ruleId }) => ruleId),
    },
    ...(enabled.length > 0 ? [toRunCheck(enabled, now)] : []),
  ];
};

const toRunCheck = (enabled: readonly PresentRule[], now: Date): ReadinessCheck => {
  const failed = enabled.filter(({ lastRun }) => lastRun?.outcome === 'failed');
  const late = enabled.filter((rule) => isLate(rule, now));
  const warned = enabled.filter(({ lastRun }) => lastRun?.outcome === 'warning');
  if (failed.length + late.length > 0) {
    const seen = [...new Set([...failed, ...late].map(({ ruleId }) => ruleId))];
    return { id: 'run_fresh', state: 'bad', seen };
  }
  return {
    id: 'run_fresh',
    state: warned.length > 0 ? 'doubtful' : 'good',
    seen: warned.map(({ ruleId }) => ruleId),
  };
};

const isLate = ({ lastRun, interval }: PresentRule, now: Date): boolean =>
  lastRun?.startedAt === undefined ||
  now.getTime() - Date.parse(lastRun.startedAt) > LATE_INTERVALS * toMilliseconds(interval);
