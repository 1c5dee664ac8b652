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
  /** End of the period that has been searched. */
  readonly searchedTo?: string;
  /** Time of the first match that was over the limit: the next run begins no later. */
  readonly carryFrom?: string;
  /**
   * Alerts of the last run. Alerting stores after the run and only logs a failure, so the next run looks
   * whether they arrived and searches their time again where they did not.
   */
  readonly unconfirmed?: readonly UnconfirmedAlert[];
}
