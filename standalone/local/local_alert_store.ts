import { ALERT_FIELD } from '../../common/alert/alert_document';
import { findText } from '../../common/event/get_values';
import { ALERT_STATUSES, type Alert } from '../../common/alert/alert';
import {
  findHistogramPart,
  toHistogramAnswer,
  toHistogramParts,
} from '../../common/alert/histogram';
import type { AlertHistogram } from '../../common/api/get_alert_stats';
import { fromAlertDocument, toAlertStatus } from '../../common/alert/from_alert_document';
import type { AlertFilter, AlertPage } from '../../common/api/find_alerts';
import { MOST_SUMMARIZED, type AlertStore } from '../../server/ports/alert_store';
import type { AlertRecords } from '../store/alerts/alert_records';
import type { AlertRow } from '../store/alerts/alert_row';
import { compareRows, toSortedRow, type SortedRow } from './compare_rows';
import { createValueCounter } from './count_values';
import { createWordTest } from './create_word_test';
import { groupRows } from './group_rows';
import { selectPage } from './select_page';

/** Whole alerts that one question may read, of whatever rule. */
const MOST_READ = 3000;

/** Alerts of the local store. A find goes through the rows of the query's time range once, and reads what is shown of the page's alone. */
export const createLocalAlertStore = (alerts: AlertRecords): AlertStore => {
  const countValues = createValueCounter();
  const listInTime = ({ from, to }: AlertFilter): readonly AlertRow[] =>
    alerts.rows(toBound(from), toBound(to));

  /** Everything of a filter but time and status. */
  const createRowTest = (filter: AlertFilter): ((row: AlertRow) => boolean) => {
    const { hosts, users, servers, sources, signKinds, search, rowIds } = filter;
    const rows = rowIds && new Set(rowIds);
    const words = search.toLowerCase().split(/\s+/).filter(Boolean).map(createWordTest);
    const holdsWords = (text: string): boolean => words.every((isIn) => isIn(text));
    return (row) =>
      (rows === undefined || rows.has(row.rowId)) &&
      isAmong(hosts, row.hosts) &&
      isAmong(users, row.users) &&
      isAmong(servers, row.servers) &&
      isAmong(sources, row.sources) &&
      isAmong(signKinds, row.signKinds) &&
      (holdsWords(row.text) || (row.isTextCut && holdsWords(alerts.getText(row))));
  };

  const listFitting = (filter: AlertFilter): readonly AlertRow[] => {
    const isFitting = createRowTest(filter);
    return listInTime(filter).filter(
      (row) => isOneOf(filter.statuses, row.status) && isFitting(row)
    );
  };

  return {
    async find(query) {
      const statuses = new Map<string, number>();
      const found: SortedRow[] = [];
      const isFitting = createRowTest(query);
      const rows = listInTime(query);
      for (const row of rows) {
        if (!isFitting(row)) continue;
        countOne(statuses, row.status);
        if (isOneOf(query.statuses, row.status)) found.push(toSortedRow(row, query));
      }
      // Rows come in order of time: from the end, the first are the best of the usual question for the newest.
      if (query.sortOrder === 'desc') found.reverse();
      const start = query.page * query.perPage;
      const page = selectPage(found, compareRows(query.sortOrder), start, query.perPage);
      return {
        alerts: alerts.listed(page.map(({ row }) => row)),
        total: found.length,
        statusCounts: toStatusCounts(statuses),
        ...countValues(rows),
      };
    },

    async summarize(filter) {
      const found = listFitting(filter);
      const hosts = new Set(found.map((row) => row.hosts));
      return {
        hosts: new Set([...hosts].flat()).size,
        histogram: toHistogram(found),
        newest: found
          .slice(-MOST_SUMMARIZED)
          .reverse()
          .map(({ rowId, status, raisedAt, eventTime }) => ({
            rowId,
            status: toAlertStatus(status),
            raisedAt: new Date(raisedAt).toISOString(),
            eventTime: new Date(eventTime).toISOString(),
          })),
      };
    },

    async group(filter, by) {
      const found = listFitting(filter);
      const { groups, ungrouped } = groupRows(found, by);
      const gravest = alerts.listed(groups.map((group) => group.gravest));
      return {
        groups: groups.flatMap((group, place) => {
          const alert = gravest[place];
          return alert ? [{ ...group, gravest: alert }] : [];
        }),
        total: found.length,
        ungrouped,
      };
    },

    async count(filters) {
      return filters.map((filter) => {
        const isFitting = createRowTest(filter);
        let count = 0;
        for (const row of listInTime(filter)) {
          if (isOneOf(filter.statuses, row.status) && isFitting(row)) count += 1;
        }
        return count;
      });
    },

    async findById(id) {
      const asked = alerts.find(id);
      const rowId = asked && findText(asked, ALERT_FIELD.rowId);
      const leader = rowId === undefined ? undefined : alerts.members(rowId).find(isListed);
      const document = leader ? alerts.find(leader.uuid) : asked;
      return document && fromAlertDocument(document);
    },

    async listNewest({ ruleUuid, from, size }) {
      const found: Alert[] = [];
      const rows = alerts.allRows(Date.parse(from)).slice(-MOST_READ).reverse();
      for (const { uuid } of rows) {
        const document = alerts.find(uuid);
        const alert = document && fromAlertDocument(document);
        if (alert?.ruleUuid === ruleUuid) found.push(alert);
        if (found.length >= size) break;
      }
      return found;
    },

    setStatus: (ids, status) => alerts.setStatus(ids, status),
  };
};

/** @param rows in order of time */
const toHistogram = (rows: readonly AlertRow[]): AlertHistogram | undefined => {
  const [first] = rows;
  const last = rows.at(-1);
  if (!first || !last) return undefined;
  const parts = toHistogramParts(first.eventTime, last.eventTime);
  const counts = parts.map(() => 0);
  for (const { eventTime } of rows) {
    const place = findHistogramPart(parts, eventTime);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return toHistogramAnswer(parts, counts);
};

const isListed = ({ isFolded }: AlertRow): boolean => !isFolded;

const toBound = (time: string | undefined): number | undefined =>
  time === undefined ? undefined : Date.parse(time);

const isAmong = (wanted: readonly string[], values: readonly string[]): boolean =>
  wanted.length === 0 || values.some((value) => wanted.includes(value));

const isOneOf = (statuses: readonly string[], status: string): boolean =>
  statuses.length === 0 || statuses.includes(status);

const countOne = <T>(counts: Map<T, number>, key: T): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1);

const toStatusCounts = (counts: ReadonlyMap<string, number>): AlertPage['statusCounts'] => {
  const [open, acknowledged, closed] = ALERT_STATUSES.map((status) => counts.get(status) ?? 0);
  return { open: open ?? 0, acknowledged: acknowledged ?? 0, closed: closed ?? 0 };
};
