import type { AlertSeverity } from '../../alert/alert';
import type { Sign } from './sign';

/** How much speaks for a tree being an attack, and what does. */
export interface Grade {
  /** 0 to 100, whole. */
  readonly risk: number;
  readonly severity: AlertSeverity;
  /** What speaks for it, gravest first, then what speaks against it. */
  readonly signs: readonly Sign[];
}

/** From here on a tree is an alert, unless the rule says otherwise. */
export const ALERT_RISK = 47;

/** Kibana's detection engine maps the same numbers to these words. */
export const toSeverity = (risk: number): AlertSeverity => {
  if (risk >= 90) return 'critical';
  if (risk >= 73) return 'high';
  return risk >= ALERT_RISK ? 'medium' : 'low';
};
