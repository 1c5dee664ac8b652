import type { Alert, AlertStatus } from '../../common/alert/alert';
import type { AlertFilter, AlertPage, AlertQuery } from '../../common/api/find_alerts';

export interface NewestAlerts {
  readonly ruleUuid: string;
  readonly from: string;
  readonly size: number;
}

/** The stored alerts one caller may see and change. */
export interface AlertStore {
  find(query: AlertQuery): Promise<AlertPage>;
  /** How many alerts fit each filter, in their order. */
  count(filters: readonly AlertFilter[]): Promise<readonly number[]>;
  /** Undefined when there is no such alert or the caller may not see it. */
  findById(id: string): Promise<Alert | undefined>;
  /** Alerts of one rule in alerting whose event happened since a moment (ISO 8601), whole, the newest first; at most `size`. */
  listNewest(asked: NewestAlerts): Promise<readonly Alert[]>;
  /** @returns the ids that were changed; an id that does not exist is left out */
  setStatus(ids: readonly string[], status: AlertStatus): Promise<readonly string[]>;
}
