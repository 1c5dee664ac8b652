import { z } from 'zod';
import { API_ROOT, createEndpoint, noInput } from './endpoint';
import { ruleAddressSchema, type RuleList } from './rule_status';

/** Switches a rule on (creating it the first time) or off. */
export const setRuleEnabled = createEndpoint<RuleList>()({
  method: 'post',
  path: `${API_ROOT}/rules/{id}/_enabled`,
  privilege: 'all',
  params: ruleAddressSchema,
  query: noInput,
  body: z.object({ enabled: z.boolean() }).strict(),
});
