import { API_ROOT, createEndpoint, noInput } from './endpoint';

/** What there is to search: without it "no alert" could mean that nothing was read. */
export interface EventSurvey {
  /** Events of the period, as far as they were counted. */
  readonly events: number;
  /** There may be more. */
  readonly isAtLeast: boolean;
  /** The hosts with the newest events, the newest first. */
  readonly hosts: readonly SurveyedHost[];
  /** Fields of the enabled rules' queries that none of these events has. */
  readonly absentFields: readonly string[];
  /** What could not be used of what was read, or why it could not be looked at: sentences. */
  readonly problems: readonly string[];
}

export interface SurveyedHost {
  readonly name: string;
  /** Time of its newest event, ISO 8601. */
  readonly newest: string;
}

export const getEventSurvey = createEndpoint<EventSurvey>()({
  method: 'get',
  path: `${API_ROOT}/event_survey`,
  privilege: 'read',
  params: noInput,
  query: noInput,
  body: noInput,
});
