import { z } from 'zod';
import { ruleParamsSchema } from '../rule/rule_params';
import { toMilliseconds } from '../time/duration';
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
      /** Alerting's duration syntax. Kibana may refuse less than a minute, in words of its own. */
      interval: z
        .string()
        .regex(
          /^[1-9][0-9]{0,3}[smhd]$/,
          'must be a number up to 9999 and a unit s, m, h or d: 5m'
        ),
    })
    .strict()
    .refine(({ params, interval }) => !isShorter(params.lookBack, interval), {
      path: ['params', 'lookBack'],
      message:
        'must not be shorter than the interval, or events between two runs are looked at late',
    }),
});

/** Not where one of them is no duration: that is said by itself. */
const isShorter = (lookBack: string, interval: string): boolean => {
  try {
    return toMilliseconds(lookBack) < toMilliseconds(interval);
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
};
