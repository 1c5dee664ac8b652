import { z } from 'zod';
import type { ListedAlert } from '../../alert/listed_alert';
import { UNKNOWN_SOURCE } from '../../alert/request/source_address';
import type { SignKind } from '../../detection';
import { API_ROOT, createEndpoint, noInput } from '../endpoint';
import { alertFilterSchema, type AlertFilter } from '../find_alerts';

/** What the alerts of a group have in common: the server they came through, or the address they came from. */
export const GROUPED_BY = ['server', 'source'] as const;
export type GroupedBy = (typeof GROUPED_BY)[number];

/** A server process's name on a host, or an address (`unknown` for alerts that hold none). */
export type GroupKey =
  { readonly host: string; readonly server: string } | { readonly source: string };

/** The alerts of one server on one host, or from one address. */
export type AlertGroup = GroupKey & {
  /** At least 1. */
  readonly count: number;
  /** Of the first and the last event, ISO 8601. */
  readonly from: string;
  readonly to: string;
  /** The gravest of them; of those the newest. */
  readonly gravest: ListedAlert;
  /** What speaks for an attack in any of them, what most have first. */
  readonly signKinds: readonly SignKind[];
};

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

/** What of a filter finds the alerts of a group. */
export const toGroupFilter = (
  group: GroupKey
): Partial<Pick<AlertFilter, 'hosts' | 'servers' | 'sources'>> =>
  'source' in group
    ? { sources: [group.source] }
    : { hosts: [group.host], servers: [group.server] };

/** Whether the alerts of a group have one certain address in common. */
export const isOfKnownSource = (group: GroupKey): boolean =>
  'source' in group && group.source !== UNKNOWN_SOURCE;

/** The alerts that fit a filter, by what they have in common. */
export const groupAlerts = createEndpoint<AlertGroups>()({
  method: 'post',
  path: `${API_ROOT}/alerts/_group`,
  privilege: 'read',
  params: noInput,
  query: noInput,
  body: alertFilterSchema.extend({ by: z.enum(GROUPED_BY).default('server') }).strict(),
});
