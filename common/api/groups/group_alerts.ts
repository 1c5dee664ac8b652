import type { ListedAlert } from '../../alert/listed_alert';
import type { SignKind } from '../../detection';
import { API_ROOT, createEndpoint, noInput } from '../endpoint';
import { alertFilterSchema } from '../find_alerts';

/** The alerts of one server on one host. */
export interface AlertGroup {
  /** A filter by these two finds its alerts. */
  readonly host: string;
  readonly server: string;
  /** At least 1. */
  readonly count: number;
  /** Of the first and the last event, ISO 8601. */
  readonly from: string;
  readonly to: string;
  /** The gravest of them; of those the newest. */
  readonly gravest: ListedAlert;
  /** What speaks for an attack in any of them, what most have first. */
  readonly signKinds: readonly SignKind[];
}

export interface AlertGroups {
  /** What was attacked last first. */
  readonly groups: readonly AlertGroup[];
  /** Alerts that fit the filter. */
  readonly total: number;
  /** Those that are in no group, because their event names no host or no server. */
  readonly ungrouped: number;
}

/** Groups in one answer at most. */
export const MOST_GROUPS = 100;

/** The alerts that fit a filter, by the server they came through. */
export const groupAlerts = createEndpoint<AlertGroups>()({
  method: 'post',
  path: `${API_ROOT}/alerts/_group`,
  privilege: 'read',
  params: noInput,
  query: noInput,
  body: alertFilterSchema,
});
