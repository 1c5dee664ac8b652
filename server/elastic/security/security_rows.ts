import type { Alert } from '../../../common/alert/alert';
import type { ListedAlert } from '../../../common/alert/listed_alert';
import type { OwnRow } from './find_own_rows';

/** Alerts of Elastic Security as rows: of their own, or as part of ours. */
export interface SecurityRows {
  /** The first alert of each row that is not one of ours, with the ids of all. */
  readonly leaders: readonly ListedAlert[];
  /** By the id of our row: the ids of its alerts. */
  readonly ofOwnRow: ReadonlyMap<string, readonly string[]>;
}

/** Makes one row of all that is about the same command: ours leads, else the alert that was raised first. */
export const toSecurityRows = (
  alerts: readonly ListedAlert[],
  ownRows: readonly OwnRow[]
): SecurityRows => {
  const leads = new Map(
    ownRows.flatMap(({ rowId, members }) => members.map((member) => [member, rowId] as const))
  );
  const own = new Map<string, string[]>();
  const others = new Map<string, ListedAlert[]>();
  for (const alert of [...alerts].sort(compareRaised)) {
    const lead = leads.get(alert.rowId);
    if (lead === undefined) others.set(alert.rowId, [...(others.get(alert.rowId) ?? []), alert]);
    else own.set(lead, [...(own.get(lead) ?? []), alert.id]);
  }
  return {
    leaders: [...others.values()].flatMap((row) =>
      row.slice(0, 1).map((leader) => ({ ...leader, securityAlertIds: row.map(({ id }) => id) }))
    ),
    ofOwnRow: own,
  };
};

/** Tells an alert of ours which of Elastic Security's are about the same command. */
export const withSecurityAlertIds = <T extends Pick<Alert, 'rowId'>>(
  alert: T,
  { ofOwnRow }: SecurityRows
): T => {
  const securityAlertIds = ofOwnRow.get(alert.rowId);
  return securityAlertIds === undefined ? alert : { ...alert, securityAlertIds };
};

const compareRaised = (a: ListedAlert, b: ListedAlert): number =>
  Date.parse(a.raisedAt) - Date.parse(b.raisedAt) || (a.id < b.id ? -1 : 1);
