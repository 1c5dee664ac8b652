/** One document of an event index as it was indexed: nested objects, dotted keys or both. */
export type EventSource = Readonly<Record<string, unknown>>;

/** An event with the address it was read from. */
export interface SourceEvent {
  /** Concrete index, e.g. `.ds-logs-endpoint.events.process-default-2026.11.24-000001`. */
  readonly index: string;
  /** Document id, unique within `index`. */
  readonly id: string;
  readonly source: EventSource;
}
