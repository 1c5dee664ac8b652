import type { LiveQueryRetention } from './live_query_index';

/** What may wait and what may be kept. Kibana leaves the first to Fleet and the second to the cluster. */
export interface LiveQueryLimits {
  /** Queries of all requests together that wait or run. */
  readonly mostPendingQueries: number;
  /** Milliseconds in which the same request is the same: the second click of a double click. */
  readonly repeatMs: number;
  /** What people asked. */
  readonly asked: LiveQueryRetention;
  /** What rules asked when they raised an alert: kept apart, so that no reader's curiosity drives it out. */
  readonly evidence: LiveQueryRetention;
}

export const DEFAULT_LIVE_QUERY_LIMITS: LiveQueryLimits = {
  mostPendingQueries: 200,
  repeatMs: 1000,
  asked: { maxLiveQueries: 500, maxRows: 200_000, maxCharacters: 128 * 1024 * 1024 },
  evidence: { maxLiveQueries: 5000, maxRows: 1_000_000, maxCharacters: 256 * 1024 * 1024 },
};
