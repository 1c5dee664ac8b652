import type { SearchWindow } from './search_windows';
import type { AwaitedRequests } from './requests/awaited_requests';
import type { ShapeCounts } from './trees/shape_history';

/** An alert handed over for storing in an earlier run. */
export interface UnconfirmedAlert {
  readonly instanceId: string;
  /** Time of its event, ISO 8601. */
  readonly eventTime: string;
  /** Runs that have handed it over so far, one after the other. */
  readonly attempts: number;
}

/** What one run tells the next; kept by alerting, lost only with the rule. All times ISO 8601. */
export interface RuleState {
  /** End of the newest period that has been searched. */
  readonly searchedTo?: string;
  /** Periods before that which are not searched to their end: for the limit, for time, or for a failure. */
  readonly left?: readonly SearchWindow[];
  /** How late events could arrive when this run began. */
  readonly lateMs?: number;
  /** The longest period that is searched at once, where searching all of one took too long. */
  readonly sliceMs?: number;
  /**
   * Alerts of the last run. Alerting stores after the run and only logs a failure, so the next run looks
   * whether they arrived and searches their time again where they did not.
   */
  readonly unconfirmed?: readonly UnconfirmedAlert[];
  /** Instance ids of alerts that could not be stored and are not raised any more. */
  readonly givenUp?: readonly string[];
  /** Instance ids of alerts that exceptions have hidden and that runs may still find: each is counted once. */
  readonly hidden?: readonly string[];
  /** What the hosts do again and again. */
  readonly shapes?: ShapeCounts;
  readonly awaited?: AwaitedRequests;
  /** Of earlier versions: all between this time and `searchedTo` is left. */
  readonly carryFrom?: string;
}
