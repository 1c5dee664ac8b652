import type { Alert, AlertStatus } from '../../common/alert/alert';
import type { AlertStats } from '../../common/api/get_alert_stats';
import type { AlertGroups, GroupedBy } from '../../common/api/groups/group_alerts';
import type { AlertFilter, AlertPage, AlertQuery } from '../../common/api/find_alerts';

export interface NewestAlerts {
  readonly ruleUuid: string;
  readonly from: string;
  readonly size: number;
}

/** ISO 8601 times of an alert, and whether somebody dealt with it. */
export type HandledAlert = Pick<Alert, 'rowId' | 'raisedAt' | 'eventTime' | 'status'>;

export interface AlertSummaryFacts extends Pick<AlertStats, 'hosts' | 'histogram'> {
  /** At most 100, those of the newest events first. */
  readonly newest: readonly HandledAlert[];
}

/** How many of the newest alerts a summary reads times of. */
export const MOST_SUMMARIZED = 100;

export type ChangedAlert = Pick<Alert, 'id' | 'rowId'>;

/**
 * The stored alerts one caller may see and change, as rows: alerts about one command are found, counted and changed as one, and
 * the one that leads stands for them.
 */
export interface AlertStore {
  find(query: AlertQuery): Promise<AlertPage>;
  /** What a filter's rows amount to; reads none of them whole. */
  summarize(filter: AlertFilter): Promise<AlertSummaryFacts>;
  /** A filter's rows by the server they came through or the address they came from; reads one whole of each. */
  group(filter: AlertFilter, by: GroupedBy): Promise<AlertGroups>;
  /** How many rows fit each filter, in their order. */
  count(filters: readonly AlertFilter[]): Promise<readonly number[]>;
  /** The alert that leads the row of this one. Undefined when there is no such alert or the caller may not see it. */
  findById(id: string): Promise<Alert | undefined>;
  /** Alerts of one rule in alerting whose event happened since a moment (ISO 8601), whole, the newest first; at most `size`. */
  listNewest(asked: NewestAlerts): Promise<readonly Alert[]>;
  /**
   * Changes whole rows, whichever of their alerts are named.
   * @returns those of the named that were changed; an id that does not exist is left out
   */
  setStatus(ids: readonly string[], status: AlertStatus): Promise<readonly ChangedAlert[]>;
}
