import type { SearchWindow } from './search_windows';

/**
 * What one run may spend on searches once one has taken too long. Elasticsearch's client waits half a minute for an answer, and
 * alerting ends a run after five, with all that it has found.
 */
const MOST_SLOW_SEARCHES = 8;
const SHORTEST_MS = 1000;

/** How long the periods are that one search is asked for: all of a window, until one takes too long. */
export interface SearchSlices {
  toEnd(from: string, window: SearchWindow): string;
  /** A search has answered all of its period. */
  succeed(): void;
  /** A search took too long. @returns whether it is worth trying a shorter period */
  shorten(from: string, to: string): boolean;
  /** The run has to end, and the next goes on. */
  readonly isSpent: boolean;
  /** What the next run begins with. */
  readonly nextMs: number | undefined;
}

export const createSearchSlices = (initialMs: number | undefined): SearchSlices => {
  let ms = initialMs;
  let slowSearches = 0;
  let hasShortened = false;
  return {
    toEnd(from, { to }) {
      if (ms === undefined) return to;
      const end = new Date(Date.parse(from) + ms).toISOString();
      return end < to ? end : to;
    },
    succeed() {
      if (ms !== undefined) slowSearches += 1;
    },
    shorten(from, to) {
      const periodMs = Date.parse(to) - Date.parse(from);
      slowSearches += 1;
      hasShortened = true;
      ms = Math.max(SHORTEST_MS, Math.ceil(periodMs / 2));
      return periodMs > SHORTEST_MS;
    },
    get isSpent() {
      return slowSearches >= MOST_SLOW_SEARCHES;
    },
    get nextMs() {
      return ms === undefined || hasShortened ? ms : ms * 2;
    },
  };
};
