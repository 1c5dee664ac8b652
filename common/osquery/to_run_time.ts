import type { LiveQueryResponses } from './live_query_api';

/** Milliseconds that the agent says it took, both moments by its own clock; undefined where it does not say. */
export const toRunTime = (responses: LiveQueryResponses | undefined): number | undefined => {
  const { started_at: started, completed_at: completed } = responses?.edges[0]?.fields ?? {};
  const ms = Date.parse(completed?.[0] ?? '') - Date.parse(started?.[0] ?? '');
  return Number.isNaN(ms) || ms < 0 ? undefined : ms;
};
