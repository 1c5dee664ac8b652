import type { Triage } from '../../triage/triage';
import { API_ROOT, createEndpoint, noInput } from '../endpoint';
import { alertParamsSchema } from '../get_alert';

/** What people did with an alert. */
export const getTriage = createEndpoint<{ triage: Triage }>()({
  method: 'get',
  path: `${API_ROOT}/alerts/{id}/triage`,
  privilege: 'read',
  params: alertParamsSchema,
  query: noInput,
  body: noInput,
});
