import type { ReadinessCheck } from '../readiness/readiness';
import { API_ROOT, createEndpoint, noInput } from './endpoint';
import type { SurveyedHost } from './get_event_survey';

export interface Readiness {
  readonly checks: readonly ReadinessCheck[];
  /** Hosts with events of the last day, and the newest of each. */
  readonly hosts: readonly SurveyedHost[];
}

/** What is in order and what is not, as far as the server can see it with the caller's rights. */
export const getReadiness = createEndpoint<Readiness>()({
  method: 'get',
  path: `${API_ROOT}/readiness`,
  privilege: 'read',
  params: noInput,
  query: noInput,
  body: noInput,
});
