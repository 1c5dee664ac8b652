import type { EventSurvey } from '../../common/api/get_event_survey';

export interface SurveyRequest {
  readonly indexPatterns: readonly string[];
  readonly timestampField: string;
  /** Dotted paths whose absence is of interest. */
  readonly fields: readonly string[];
  /** ISO 8601: older events need not be looked at. */
  readonly from: string;
  readonly signal: AbortSignal;
}

/** Tells cheaply what events there are. What goes wrong is one of the survey's problems: an overview never fails. */
export interface EventSurveyor {
  survey(request: SurveyRequest): Promise<EventSurvey>;
}
