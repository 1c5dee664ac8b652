import { z } from 'zod';
import { webServerRule } from './rule';

/** Upper bound of alerts per run; Kibana itself stops a run at 1,000 (`xpack.alerting.rules.run.alerts.max`). */
const MOST_ALERTS_PER_RUN = 1000;

/** Parameters of a rule of this type: what the rule form edits and the executor reads. */
export const ruleParamsSchema = z
  .object({
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
  })
  .strict();

export type RuleParams = z.infer<typeof ruleParamsSchema>;

/** The parameters of the shipped rule. */
export const shippedRuleParams: RuleParams = {
  query: webServerRule.query,
  indexPatterns: [...webServerRule.indexPatterns],
  lookBack: webServerRule.lookBack,
  maxAlertsPerRun: webServerRule.maxAlertsPerRun,
  timestampField: '@timestamp',
};
