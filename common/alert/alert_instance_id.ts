import type { SourceEvent } from '../event/source_event';

/**
 * The identity of an alert: which rule, which event. Not hashed, so that it can be read in a log,
 * and free of time and run, so that finding the same event twice gives the same alert.
 */
export const toAlertInstanceId = (ruleUuid: string, event: SourceEvent): string =>
  `${ruleUuid}:${event.index}:${event.id}`;
