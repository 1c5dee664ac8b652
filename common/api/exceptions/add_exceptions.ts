import { z } from 'zod';
import { exceptionDraftSchema, MOST_EXCEPTIONS } from '../../exception/exception';
import { API_ROOT, createEndpoint, noInput } from '../endpoint';
import { ruleAddressSchema, type RuleList } from '../rule_status';

/** Adds exceptions to a rule, signed by the caller: one made by hand or from an alert, or those of a file. */
export const addExceptions = createEndpoint<RuleList>()({
  method: 'post',
  path: `${API_ROOT}/rules/{id}/exceptions`,
  privilege: 'all',
  params: ruleAddressSchema,
  query: noInput,
  body: z
    .object({ exceptions: z.array(exceptionDraftSchema).min(1).max(MOST_EXCEPTIONS) })
    .strict(),
});
