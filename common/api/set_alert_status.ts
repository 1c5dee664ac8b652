import { z } from 'zod';
import { ALERT_STATUSES, type AlertStatus } from '../alert/alert';
import { verdictChangeSchema } from '../triage/triage_change';
import { API_ROOT, createEndpoint, noInput } from './endpoint';

/** Acknowledges, closes or reopens alerts. Answers the ids whose status is now the given one. */
export const setAlertStatus = createEndpoint<{ ids: readonly string[]; status: AlertStatus }>()({
  method: 'post',
  path: `${API_ROOT}/alerts/_status`,
  privilege: 'all',
  params: noInput,
  query: noInput,
  body: z
    .object({
      ids: z.array(z.string().min(1).max(512)).min(1).max(100),
      status: z.enum(ALERT_STATUSES),
      /** Why they are closed, the same for all. */
      verdict: verdictChangeSchema.optional(),
    })
    .strict()
    .refine(
      ({ status, verdict }) => verdict === undefined || status === 'closed',
      'a verdict closes'
    ),
});
