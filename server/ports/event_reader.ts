import type { SourceEvent } from '../../common/event/source_event';

export interface EventSearch {
  /** An EQL event query. */
  readonly query: string;
  readonly indexPatterns: readonly string[];
  readonly timestampField: string;
  /** Bounds on `timestampField`, ISO 8601: `from` inclusive, `to` exclusive. */
  readonly from: string;
  readonly to: string;
  /** Most events to answer. */
  readonly size: number;
  /** Events not to answer, because the caller has them: ids by index. */
  readonly except?: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  readonly signal: AbortSignal;
}

/** Asks an EQL engine which events of a period match. */
export interface EventReader {
  /**
   * The first `size` matches in order of time.
   * @throws DomainError `event_search_failed` with the engine's own words, `event_search_timed_out`,
   *   `event_index_missing` from an engine that would otherwise not tell a mistyped pattern from one without matches
   */
  search(search: EventSearch): Promise<readonly SourceEvent[]>;
}
