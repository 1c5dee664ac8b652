import type { EventSource } from '../../../common/event/source_event';

/** The fields every event of one host shares. */
export interface AuditHost {
  readonly agent: EventSource;
  readonly fields: EventSource;
  readonly labels: Readonly<Record<string, string>>;
}
