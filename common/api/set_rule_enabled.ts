import { z } from 'zod';
import { API_ROOT, createEndpoint, noInput } from './endpoint';
import type { RuleStatus } from './get_rule';

/** Switches the rule on (creating it the first time) or off. */
export const setRuleEnabled = createEndpoint<RuleStatus>()({
  method: 'post',
  path: `${API_ROOT}/rule/_enabled`,
  privilege: 'all',
  params: noInput,
  query: noInput,
  body: z.object({ enabled: z.boolean() }).strict(),
});
