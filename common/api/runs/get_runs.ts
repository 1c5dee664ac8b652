import type { RunHistory } from '../../run/run_history';
import { API_ROOT, createEndpoint, noInput } from '../endpoint';
import { ruleAddressSchema } from '../rule_status';

/** What is kept of a rule's runs. */
export const getRuns = createEndpoint<{ history: RunHistory }>()({
  method: 'get',
  path: `${API_ROOT}/rules/{id}/runs`,
  privilege: 'read',
  params: ruleAddressSchema,
  query: noInput,
  body: noInput,
});
