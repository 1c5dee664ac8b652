import { z } from 'zod';
import { ALERT_STATUSES, type AlertStatus } from '../alert/alert';
import type { ListedAlert } from '../alert/listed_alert';
import { findSource, UNKNOWN_SOURCE } from '../alert/request/source_address';
import { SIGN_KINDS } from '../detection';
import { API_ROOT, createEndpoint, noInput } from './endpoint';

/** Columns the alerts table can be sorted by. */
export const ALERT_SORT_FIELDS = [
  'eventTime',
  'raisedAt',
  'host',
  'user',
  'process',
  'severity',
  'riskScore',
  'status',
] as const;

/** The longest host or user that can be asked for. */
export const LONGEST_FILTER_VALUE = 1000;
const text = z.string().max(LONGEST_FILTER_VALUE);

const source = text.refine(
  (value) => findSource(value) === value,
  `must be an address or ${UNKNOWN_SOURCE}`
);

/** Each word asks every searched field, and Elasticsearch bounds how much one search may ask. */
const MOST_WORDS = 50;
const words = text.refine(
  (search) => search.trim().split(/\s+/).length <= MOST_WORDS,
  `must be at most ${MOST_WORDS} words`
);

/** Assigned rows that one filter is looked for in. */
export const MOST_ASSIGNED_ROWS = 1000;

/** Which alerts: everything of a question but order and page. */
export const alertFilterSchema = z
  .object({
    /** Empty: every status. */
    statuses: z.array(z.enum(ALERT_STATUSES)).max(3).default([]),
    /** Exact host names; empty: every host. */
    hosts: z.array(text).max(100).default([]),
    /** Exact user names; empty: every user. */
    users: z.array(text).max(100).default([]),
    /** Exact names of server processes; empty: every one. */
    servers: z.array(text).max(100).default([]),
    /** Addresses the alerts came from, as Elasticsearch writes them, or `unknown`; empty: wherever from. */
    sources: z.array(source).max(100).default([]),
    /** Kinds of signs, any of which the alert has; empty: all alerts. */
    signKinds: z.array(z.enum(SIGN_KINDS)).max(SIGN_KINDS.length).default([]),
    /** Users the alert is assigned to; empty: assigned or not. */
    assignees: z.array(text).max(100).default([]),
    /** Only these rows: what `assignees` becomes where alerts are kept without the work on them. */
    rowIds: z.array(text).max(MOST_ASSIGNED_ROWS).optional(),
    /** `*` stands for anything, `?` for one character. Words looked for in command line, process, parent, host and user; every word must occur. */
    search: words.default(''),
    /** Bounds of the event's time, inclusive, ISO 8601. */
    from: z.string().datetime({ offset: true }).optional(),
    to: z.string().datetime({ offset: true }).optional(),
  })
  .strict();

export type AlertFilter = z.infer<typeof alertFilterSchema>;

export const alertQuerySchema = alertFilterSchema
  .extend({
    sortField: z.enum(ALERT_SORT_FIELDS).default('eventTime'),
    sortOrder: z.enum(['asc', 'desc']).default('desc'),
    /** From 0. */
    page: z.number().int().min(0).max(10_000).default(0),
    perPage: z.number().int().min(1).max(100).default(25),
  })
  .strict();

export type AlertQuery = z.infer<typeof alertQuerySchema>;

export interface ValueCount {
  readonly value: string;
  readonly count: number;
}

export interface AlertPage {
  readonly alerts: readonly ListedAlert[];
  /** Alerts that fit the whole query, not only this page. */
  readonly total: number;
  /** Per status, of the alerts that fit the query without its `statuses`. */
  readonly statusCounts: Readonly<Record<AlertStatus, number>>;
  /** Most frequent hosts, users, servers, sources and kinds of signs (at most 50 each) of the alerts in the query's time range, for the filters; none that is too long to ask for. */
  readonly hosts: readonly ValueCount[];
  readonly users: readonly ValueCount[];
  readonly servers: readonly ValueCount[];
  readonly sources: readonly ValueCount[];
  readonly signKinds: readonly ValueCount[];
  /** Elastic Security has more alerts of the time range than are read at once: the oldest are left out. */
  readonly leavesOutSecurityAlerts?: true;
}

export const findAlerts = createEndpoint<AlertPage>()({
  method: 'post',
  path: `${API_ROOT}/alerts/_find`,
  privilege: 'read',
  params: noInput,
  query: noInput,
  body: alertQuerySchema,
});
