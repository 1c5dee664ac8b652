import type { EventSource } from '../../common/event/source_event';

/** An alert that was just raised, and the document that it will be. */
export interface RaisedEvidence {
  readonly alertId: string;
  /** ISO 8601. */
  readonly eventTime: string;
  readonly document: EventSource;
}
