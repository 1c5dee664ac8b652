import { z } from 'zod';
import { ruleParamsSchema } from '../rule/rule_params';
import { API_ROOT, createEndpoint, noInput } from './endpoint';
import { ruleAddressSchema, type RuleList } from './rule_status';

/** Changes what a rule searches and how often. The query must be one `parseRuleQuery` takes. */
export const setRuleParams = createEndpoint<RuleList>()({
  method: 'post',
  path: `${API_ROOT}/rules/{id}/_params`,
  privilege: 'all',
  params: ruleAddressSchema,
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
