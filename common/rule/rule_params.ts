import { z } from 'zod';
import { ALERT_RISK } from '../detection';
import { exceptionsSchema } from '../exception/exception';
import { findRuleDefinition } from './get_rule_definition';
import type { RuleDefinition } from './rule_definition';
import { webServerRule } from './web_server_rule';

/** Upper bound of alerts per run; Kibana itself stops a run at 1,000 (`xpack.alerting.rules.run.alerts.max`). */
const MOST_ALERTS_PER_RUN = 1000;

/** Parameters of a rule of this type: what the rule form edits and the executor reads. */
export const ruleParamsSchema = z
  .object({
    /** Which of the shipped rules this is. A rule made before there were several is the first one. */
    ruleId: z
      .string()
      .refine((id) => findRuleDefinition(id) !== undefined, 'must be a rule of this version')
      .default(webServerRule.id),
    /** An EQL event query. */
    query: z.string().trim().min(1).max(20_000),
    indexPatterns: z.array(z.string().trim().min(1).max(1000)).min(1).max(50),
    /** Duration such as `9m`: the least a run looks back, counted from its start. */
    lookBack: z
      .string()
      .regex(/^[1-9][0-9]{0,3}[smhd]$/, 'must be a number up to 9999 and a unit s, m, h or d: 9m'),
    maxAlertsPerRun: z.number().int().min(1).max(MOST_ALERTS_PER_RUN),
    /** Date field that the window and the order of events go by. */
    timestampField: z.string().min(1).max(200),
    /** 0 to 100: a tree below it raises no alert. Of rules whose alerts are of trees. */
    minimumRisk: z.number().int().min(0).max(100).optional(),
    /** What raises no alert although the query finds it. Applied after the search: the query stays as it is. */
    exceptions: exceptionsSchema.optional(),
  })
  .strict();

export type RuleParams = z.infer<typeof ruleParamsSchema>;

/** The parameters a rule is shipped with. */
export const toShippedParams = (rule: RuleDefinition): RuleParams => ({
  ruleId: rule.id,
  query: rule.query,
  indexPatterns: [...rule.indexPatterns],
  lookBack: rule.lookBack,
  maxAlertsPerRun: rule.maxAlertsPerRun,
  timestampField: '@timestamp',
  ...(rule.unit === 'tree' && { minimumRisk: ALERT_RISK }),
});
