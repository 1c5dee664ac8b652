import type { RankedRequest } from '../request/rank_requests';
import { API_ROOT, createEndpoint, noInput } from './endpoint';
import { alertParamsSchema } from './get_alert';
import { periodQuerySchema } from './get_story';

export interface RequestAnswer {
  /** The likeliest first, no more than a person looks through. */
  readonly ranked: readonly RankedRequest[];
  /** Requests of the period in all. */
  readonly total: number;
  /** How many requests of the period came from the address of the likeliest one, that one among them. */
  readonly ofSameAddress: number;
  readonly isCut: boolean;
  /** Where was looked; none where nobody said where the access log is. */
  readonly logs: readonly string[];
  readonly unread: readonly { readonly log: string; readonly reason: string }[];
}

/** Which requests the web server answered around the alert, ranked by how likely each started its program. */
export const findAlertRequests = createEndpoint<RequestAnswer>()({
  method: 'get',
  path: `${API_ROOT}/alerts/{id}/requests`,
  privilege: 'read',
  params: alertParamsSchema,
  query: periodQuerySchema,
  body: noInput,
});
