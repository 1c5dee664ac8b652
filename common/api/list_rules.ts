import { API_ROOT, createEndpoint, noInput } from './endpoint';
import type { RuleList } from './rule_status';

export const listRules = createEndpoint<RuleList>()({
  method: 'get',
  path: `${API_ROOT}/rules`,
  privilege: 'read',
  params: noInput,
  query: noInput,
  body: noInput,
});
