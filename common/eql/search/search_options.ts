import type { EqlOptions } from '../compile/query_scope';

export interface SearchOptions extends EqlOptions {
  /** Orders events of the same time, usually `event.sequence`; without it they keep the order they are given in. */
  readonly tiebreakerField?: string;
  /** Most results; all of them by default. */
  readonly size?: number;
}
