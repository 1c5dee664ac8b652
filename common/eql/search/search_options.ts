import type { EventSource } from '../../event/source_event';
import type { EqlOptions } from '../compile/query_scope';

/** Anything that carries an event; searches give back the very items they were given. */
export interface SearchItem {
  readonly source: EventSource;
}

export interface SearchOptions extends EqlOptions {
  /** Orders events of the same time, usually `event.sequence`; without it they keep the order they are given in. */
  readonly tiebreakerField?: string;
  /** Most results; all of them by default. */
  readonly size?: number;
  /**
   * Promises that events come in order of time and tiebreaker. Then they are not collected for sorting, so that a
   * sequence needs no more memory than its unfinished parts.
   */
  readonly areEventsInOrder?: boolean;
}

/** A search that is fed event by event, for streams; `search…` functions feed it from an iterable. */
export interface Search<Item, Result> {
  /** Returns false once more events can not change the results. */
  add(item: Item): boolean;
  finish(): Result[];
}
