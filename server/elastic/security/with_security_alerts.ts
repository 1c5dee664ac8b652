import { toHistogramAnswer, toHistogramParts } from '../../../common/alert/histogram';
import { ALERT_STATUSES, type Alert, type AlertStatus } from '../../../common/alert/alert';
import type { ListedAlert } from '../../../common/alert/listed_alert';
import {
  alertFilterSchema,
  type AlertFilter,
  type AlertPage,
  type AlertQuery,
} from '../../../common/api/find_alerts';
import { UNKNOWN_SOURCE } from '../../../common/alert/request/source_address';
import { MOST_SUMMARIZED, type AlertStore } from '../../ports/alert_store';
import type { SecurityAlerts } from './es_security_alerts';
import type { OwnRow } from './find_own_rows';
import { addToGroups } from './add_to_groups';
import { addCounts, mergeAlerts } from './merge_alerts';
import { toSecurityRows, withSecurityAlertIds, type SecurityRows } from './security_rows';

/** Elastic Security's rows in a time range. */
interface SecurityPart {
  readonly rows: SecurityRows;
  /** The leaders that fit everything of a filter but its statuses, and the statuses too. */
  readonly ofAnyStatus: readonly ListedAlert[];
  readonly fitting: readonly ListedAlert[];
  readonly isCut: boolean;
}

/**
 * Our alerts with Elastic Security's between them: as rows of their own or, where both are about one command, as part of our row.
 * Nothing is written into them: whoever changes a status has changed theirs through Elastic Security's API before.
 * @param own the store of our alerts
 * @param findOwnRows which of our rows stand for any of some commands
 */
export const withSecurityAlerts = (
  own: AlertStore,
  security: SecurityAlerts,
  findOwnRows: (rowIds: readonly string[]) => Promise<readonly OwnRow[]>
): AlertStore => {
  const toRows = async (alerts: readonly ListedAlert[]): Promise<SecurityRows> =>
    toSecurityRows(alerts, await findOwnRows([...new Set(alerts.map(({ rowId }) => rowId))]));

  /** Rows are made of all alerts of the time range: one that does not fit may lead another that does. */
  const findPart = async (filter: AlertFilter): Promise<SecurityPart | undefined> => {
    const { from, to, statuses } = filter;
    const inTime = alertFilterSchema.parse({ from, to });
    const { alerts, isCut } = await security.list(inTime);
    if (alerts.length === 0) return undefined;
    // Of rows they know nothing; which are asked for is seen here.
    const { rowIds, ...asked } = { ...toFilter(filter), statuses: [] };
    const [rows, fitting] = await Promise.all([
      toRows(alerts),
      isSame(asked, inTime) ? alerts : security.list(asked).then((found) => found.alerts),
    ]);
    const ids = new Set(fitting.map(({ id }) => id));
    const ofAnyStatus = rows.leaders.filter(
      ({ id, rowId }) => ids.has(id) && (rowIds === undefined || rowIds.includes(rowId))
    );
    return {
      rows,
      ofAnyStatus,
      fitting: ofAnyStatus.filter(
        ({ status }) => statuses.length === 0 || statuses.includes(status)
      ),
      isCut,
    };
  };

  /** Ours from a place to another, asked for as two pages that hold it. */
  const findOwn = async (query: AlertQuery, start: number, end: number): Promise<AlertPage> => {
    const perPage = end - start;
    const page = Math.floor(start / perPage);
    const first = await own.find({ ...query, page, perPage });
    const second =
      page * perPage === start
        ? []
        : (await own.find({ ...query, page: page + 1, perPage })).alerts;
    const skipped = start - page * perPage;
    return { ...first, alerts: [...first.alerts, ...second].slice(skipped, skipped + perPage) };
  };

  const findById = async (id: string): Promise<Alert | undefined> => {
    const ours = await own.findById(id);
    if (ours !== undefined) {
      const ownRows = await findOwnRows([ours.rowId]);
      const members = ownRows.flatMap((row) => row.members);
      const theirs = await security.listByRows(members);
      return withSecurityAlertIds(ours, toSecurityRows(theirs, ownRows));
    }
    const theirs = await security.findById(id);
    if (theirs === undefined) return undefined;
    const [ownRow] = await findOwnRows([theirs.rowId]);
    if (ownRow !== undefined) return findById(ownRow.leaderId);
    const [leader] = toSecurityRows(await security.listByRows([theirs.rowId]), []).leaders;
    if (leader === undefined) return theirs;
    const alert = leader.id === id ? theirs : await security.findById(leader.id);
    return alert && { ...alert, securityAlertIds: leader.securityAlertIds ?? [id] };
  };

  return {
    async find(query) {
      const part = await findPart(query);
      if (part === undefined) return own.find(query);
      const { fitting, ofAnyStatus, rows, isCut } = part;
      const start = query.page * query.perPage;
      // So many of theirs may stand before.
      const ownStart = Math.max(0, start - fitting.length);
      const page = await findOwn(query, ownStart, start + query.perPage);
      const merged = mergeAlerts(page.alerts, fitting, query);
      return {
        ...page,
        alerts: merged
          .slice(start - ownStart, start - ownStart + query.perPage)
          .map((alert) => withSecurityAlertIds(alert, rows)),
        total: page.total + fitting.length,
        statusCounts: addStatusCounts(page.statusCounts, ofAnyStatus),
        hosts: addCounts(
          page.hosts,
          rows.leaders.map(({ host }) => host)
        ),
        users: addCounts(
          page.users,
          rows.leaders.map(({ user }) => user)
        ),
        servers: addCounts(
          page.servers,
          rows.leaders.map(({ parent }) => parent)
        ),
        sources: addCounts(
          page.sources,
          rows.leaders.map(({ source }) => source ?? UNKNOWN_SOURCE)
        ),
        ...(isCut && { leavesOutSecurityAlerts: true as const }),
      };
    },

    async summarize(filter) {
      const [summary, part] = await Promise.all([own.summarize(filter), findPart(filter)]);
      const fitting = part?.fitting ?? [];
      if (fitting.length === 0) return summary;
      const asked = toFilter(filter);
      const hosts = [...new Set(fitting.flatMap(({ host }) => host ?? []))];
      const { histogram } = summary;
      const ends = histogram ? [histogram.from, histogram.to] : [];
      const times = [...ends, ...fitting.map(({ eventTime }) => eventTime)].map(Date.parse);
      const parts = toHistogramParts(Math.min(...times), Math.max(...times));
      const inParts = parts.map(({ from, to }) => ({
        ...asked,
        from: new Date(from).toISOString(),
        to: new Date(to - 1).toISOString(),
      }));
      const [ofHosts, ofParts] = await Promise.all([
        own.count(hosts.map((host) => ({ ...asked, hosts: [host] }))),
        own.count(inParts),
      ]);
      const theirs = parts.map(
        ({ from, to }) =>
          fitting.filter(({ eventTime }) => isWithin(Date.parse(eventTime), from, to)).length
      );
      return {
        hosts: summary.hosts + ofHosts.filter((count) => count === 0).length,
        histogram: toHistogramAnswer(
          parts,
          theirs.map((count, place) => count + (ofParts[place] ?? 0))
        ),
        newest: [...summary.newest, ...fitting]
          .sort((a, b) => Date.parse(b.eventTime) - Date.parse(a.eventTime))
          .slice(0, MOST_SUMMARIZED),
      };
    },

    async group(filter, by) {
      const [groups, part] = await Promise.all([own.group(filter, by), findPart(filter)]);
      return addToGroups(groups, part?.fitting ?? [], by);
    },

    async count(filters) {
      const [counts, parts] = await Promise.all([
        own.count(filters),
        Promise.all(filters.map(findPart)),
      ]);
      return counts.map((count, place) => count + (parts[place]?.fitting.length ?? 0));
    },

    findById,

    listNewest: (asked) => own.listNewest(asked),

    async setStatus(ids, status) {
      const changed = await own.setStatus(ids, status);
      const rest = ids.filter((id) => !changed.some((one) => one.id === id));
      if (rest.length === 0) return changed;
      const theirs = await security.listByIds(rest);
      return [
        ...changed,
        ...theirs
          .filter((alert) => alert.status === status)
          .map(({ id, rowId }) => ({ id, rowId })),
      ];
    },
  };
};

/** Of a query without order and page. */
const toFilter = ({
  statuses,
  hosts,
  users,
  servers,
  sources,
  signKinds,
  assignees,
  rowIds,
  search,
  from,
  to,
}: AlertFilter): AlertFilter => ({
  ...{ statuses, hosts, users, servers, sources, signKinds, assignees, search },
  ...(rowIds !== undefined && { rowIds }),
  ...(from !== undefined && { from }),
  ...(to !== undefined && { to }),
});

const isSame = (a: AlertFilter, b: AlertFilter): boolean =>
  JSON.stringify(toFilter(a)) === JSON.stringify(toFilter(b));

const isWithin = (time: number, from: number, to: number): boolean => time >= from && time < to;

const addStatusCounts = (
  counts: AlertPage['statusCounts'],
  alerts: readonly ListedAlert[]
): AlertPage['statusCounts'] => {
  const count = (status: AlertStatus): number =>
    counts[status] + alerts.filter((alert) => alert.status === status).length;
  return Object.fromEntries(ALERT_STATUSES.map((status) => [status, count(status)])) as Record<
    AlertStatus,
    number
  >;
};
