import type { AlertStatus } from '../alert/alert';
import type { TriageChange } from './triage_change';

/** The status that an alert gets by a change; undefined where it keeps the one it has. */
export const findChangedStatus = (change: TriageChange): AlertStatus | undefined => {
  if (change.kind === 'verdict') return 'closed';
  if (change.kind === 'verdict_withdrawn') return 'open';
  return change.kind === 'status' ? change.status : undefined;
};
