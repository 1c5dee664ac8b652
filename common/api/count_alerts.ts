import { z } from 'zod';
import { API_ROOT, createEndpoint, noInput } from './endpoint';
import { alertFilterSchema } from './find_alerts';

/** How many alerts fit each of some filters, in their order. Reads none of them. */
export const countAlerts = createEndpoint<{ counts: readonly number[] }>()({
  method: 'post',
  path: `${API_ROOT}/alerts/_count`,
  privilege: 'read',
  params: noInput,
  query: noInput,
  body: z.object({ filters: z.array(alertFilterSchema).min(1).max(10) }).strict(),
});
