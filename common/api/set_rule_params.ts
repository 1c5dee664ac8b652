import { z } from 'zod';
import { ruleParamsSchema } from '../rule/rule_params';
import { API_ROOT, createEndpoint, noInput } from './endpoint';
import type { RuleStatus } from './get_rule';

/** Changes what the rule searches and how often. The query must be one `parseRuleQuery` takes. */
export const setRuleParams = createEndpoint<RuleStatus>()({
  method: 'post',
  path: `${API_ROOT}/rule/_params`,
  privilege: 'all',
  params: noInput,
  query: noInput,
  body: z
    .object({
      params: ruleParamsSchema,
      /** Alerting's duration syntax, at least a minute. */
      interval: z
        .string()
        .regex(/^[1-9][0-9]{0,3}[mhd]$/, 'must be a number up to 9999 and a unit m, h or d: 5m'),
    })
    .strict(),
});
