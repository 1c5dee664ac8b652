import type { TriageChange } from '../../common/triage/triage_change';
import type { SentRun } from './run';

/** A run as the alert's history keeps it, within the bounds of the history. */
export const toRunChange = ({ label, sql, queryId, agentId }: SentRun): TriageChange => ({
  kind: 'run',
  label: label.slice(0, 500),
  query: sql.slice(0, 20_000),
  actionId: queryId,
  agentId,
});
