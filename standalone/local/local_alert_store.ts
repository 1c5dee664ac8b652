import { ALERT_STATUSES } from '../../common/alert/alert';
import { fromAlertDocument } from '../../common/alert/from_alert_document';
import type { AlertPage, AlertQuery, ValueCount } from '../../common/api/find_alerts';
import type { AlertStore } from '../../server/ports/alert_store';
import type { AlertRecords } from '../store/alert_records';
import type { AlertRow } from '../store/alert_row';
import { compareRows } from './compare_rows';

/** As many hosts and users as Elasticsearch's aggregations answer. */
const MOST_VALUES = 50;

/** Alerts of the local store. A find reads the rows of the query's time range once, and only the page's documents. */
export const createLocalAlertStore = (alerts: AlertRecords): AlertStore => ({
  async find(query) {
    const hosts = new Map<string, number>();
    const users = new Map<string, number>();
    const statuses = new Map<string, number>();
    const found: AlertRow[] = [];
    const isFitting = createRowTest(query);
    for (const row of alerts.rows(toBound(query.from), toBound(query.to))) {
      countAll(hosts, row.hosts);
      countAll(users, row.users);
      if (!isFitting(row)) continue;
      countAll(statuses, [row.status]);
      if (query.statuses.length === 0 || query.statuses.some((status) => status === row.status)) {
        found.push(row);
      }
    }
    found.sort(compareRows(query.sortField, query.sortOrder));
    const start = query.page * query.perPage;
    return {
      alerts: found.slice(start, start + query.perPage).flatMap(({ uuid }) => {
        const document = alerts.find(uuid);
        return document ? [fromAlertDocument(document)] : [];
      }),
      total: found.length,
      statusCounts: toStatusCounts(statuses),
      hosts: toMostFrequent(hosts),
      users: toMostFrequent(users),
    };
  },

  async findById(id) {
    const document = alerts.find(id);
    return document && fromAlertDocument(document);
  },

  setStatus: (ids, status) => alerts.setStatus(ids, status),
});

const toBound = (time: string | undefined): number | undefined =>
  time === undefined ? undefined : Date.parse(time);

/** Everything of a query but time and status. */
const createRowTest = ({ hosts, users, search }: AlertQuery): ((row: AlertRow) => boolean) => {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const isAmong = (wanted: readonly string[], values: readonly string[]): boolean =>
    wanted.length === 0 || values.some((value) => wanted.includes(value));
  return (row) =>
    isAmong(hosts, row.hosts) &&
    isAmong(users, row.users) &&
    words.every((word) => row.text.includes(word));
};

const countAll = (counts: Map<string, number>, values: readonly string[]): void => {
  for (const value of new Set(values)) counts.set(value, (counts.get(value) ?? 0) + 1);
};

const toStatusCounts = (counts: ReadonlyMap<string, number>): AlertPage['statusCounts'] => {
  const [open, acknowledged, closed] = ALERT_STATUSES.map((status) => counts.get(status) ?? 0);
  return { open: open ?? 0, acknowledged: acknowledged ?? 0, closed: closed ?? 0 };
};

const toMostFrequent = (counts: ReadonlyMap<string, number>): ValueCount[] =>
  [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MOST_VALUES);
