import { z } from 'zod';
import type { RunHistory } from '../../run/run_history';
import { API_ROOT, createEndpoint, noInput } from '../endpoint';
import { ruleAddressSchema } from '../rule_status';

const LONGEST_MS = 31 * 86_400_000;
const moment = z.string().datetime({ offset: true });

/** Has the next run search a period of the past again, for instance a gap. What has an alert already gets no second one. */
export const searchAgain = createEndpoint<{ history: RunHistory }>()({
  method: 'post',
  path: `${API_ROOT}/rules/{id}/_search_again`,
  privilege: 'all',
  params: ruleAddressSchema,
  query: noInput,
  body: z
    .object({ from: moment, to: moment })
    .strict()
    .refine(({ from, to }) => Date.parse(from) < Date.parse(to), 'must end after it begins')
    .refine(
      ({ from, to }) => Date.parse(to) - Date.parse(from) <= LONGEST_MS,
      'must be at most 31 days long'
    ),
});
