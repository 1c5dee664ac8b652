/** Everything that can go wrong on purpose. One sentence per code stands in `error_sentence.ts`. */
export const ERROR_CODES = [
  'invalid_request',
  'alert_not_found',
  'alert_store_unavailable',
  'event_index_missing',
  'event_search_failed',
  'event_search_timed_out',
  'rule_not_found',
  'rule_invalid',
  'not_authorized',
  'triage_not_saved',
  'dependency_missing',
  'internal',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];
