import { z } from 'zod';
import type { Triage } from '../../triage/triage';
import { triageChangeSchema } from '../../triage/triage_change';
import { API_ROOT, createEndpoint, noInput } from '../endpoint';
import { alertParamsSchema } from '../get_alert';

/** Adds one change to what people did with an alert; a verdict closes it, taking the verdict back opens it again. */
export const changeTriage = createEndpoint<{ triage: Triage }>()({
  method: 'post',
  path: `${API_ROOT}/alerts/{id}/triage`,
  privilege: 'all',
  params: alertParamsSchema,
  query: noInput,
  body: z.object({ change: triageChangeSchema }).strict(),
});
