import { API_ROOT, createEndpoint, noInput } from './endpoint';
import { ruleAddressSchema, type RuleList } from './rule_status';

/** Has an enabled rule run as soon as alerting comes to it, beside its schedule. */
export const runRule = createEndpoint<RuleList>()({
  method: 'post',
  path: `${API_ROOT}/rules/{id}/_run`,
  privilege: 'all',
  params: ruleAddressSchema,
  query: noInput,
  body: noInput,
});
