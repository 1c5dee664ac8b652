/** Alerts of earlier runs whose request may still come into an access log; part of the rule's state, so any Kibana can go on. */
export interface AwaitedRequests {
  /** When the logs were last asked for them, ISO 8601. */
  readonly askedAt: string;
  readonly alerts: readonly AwaitingAlert[];
}

export interface AwaitingAlert {
  readonly instanceId: string;
  /** Time of its event, ISO 8601. */
  readonly eventTime: string;
}
