import { z } from 'zod';
import { API_ROOT, createEndpoint, noInput } from '../endpoint';
import { ruleAddressSchema, type RuleList } from '../rule_status';

/** Takes an exception away; what it would have hidden is raised from then on. */
export const removeException = createEndpoint<RuleList>()({
  method: 'post',
  path: `${API_ROOT}/rules/{id}/exceptions/_remove`,
  privilege: 'all',
  params: ruleAddressSchema,
  query: noInput,
  body: z.object({ exceptionId: z.string().min(1).max(64) }).strict(),
});
