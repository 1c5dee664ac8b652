/** Whether a rule has evidence taken on the host when it raises an alert. */
import { z } from 'zod';
import { API_ROOT, createEndpoint, noInput } from './endpoint';
import { ruleAddressSchema } from './rule_status';

export interface RuleEvidence {
  readonly isOn: boolean;
  /** Whether this user may switch it on: it lets the rule run SQL on hosts. */
  readonly maySwitchOn: boolean;
}

export const getRuleEvidence = createEndpoint<RuleEvidence>()({
  method: 'get',
  path: `${API_ROOT}/rules/{id}/evidence`,
  privilege: 'read',
  params: ruleAddressSchema,
  query: noInput,
  body: noInput,
});

/** Switching it on needs the right to run live queries besides. */
export const setRuleEvidence = createEndpoint<RuleEvidence>()({
  method: 'post',
  path: `${API_ROOT}/rules/{id}/_evidence`,
  privilege: 'all',
  params: ruleAddressSchema,
  query: noInput,
  body: z.object({ isOn: z.boolean() }).strict(),
});
