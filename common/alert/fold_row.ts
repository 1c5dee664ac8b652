import { findText } from '../event/get_values';
import { ALERT_SEVERITIES, type AlertSeverity, type AlertStatus } from './alert';
import { ALERT_FIELD, type AlertDocument } from './alert_document';
import { toAlertSeverity, toAlertStatus } from './from_alert_document';

/** What of a stored alert its place in a row depends on. */
export interface RowMember {
  readonly uuid: string;
  readonly rowId: string;
  /** ISO 8601. */
  readonly raisedAt: string;
  readonly isTree: boolean;
  readonly severity: AlertSeverity;
  readonly status: AlertStatus;
  readonly isFolded: boolean;
}

/** @returns undefined for an alert that is a row of its own */
export const toRowMember = (document: AlertDocument): RowMember | undefined => {
  const rowId = findText(document, ALERT_FIELD.rowId);
  if (rowId === undefined) return undefined;
  const text = (field: string): string => findText(document, field) ?? '';
  return {
    uuid: text(ALERT_FIELD.uuid),
    rowId,
    raisedAt: text(ALERT_FIELD.raisedAt),
    isTree: text(ALERT_FIELD.treeId) !== '',
    severity: toAlertSeverity(text(ALERT_FIELD.severity)),
    status: toAlertStatus(text(ALERT_FIELD.status)),
    isFolded: text(ALERT_FIELD.rowFolded) === 'true',
  };
};

export interface RowChange {
  readonly uuid: string;
  /** Fields of the document with their new values. */
  readonly fields: AlertDocument;
}

/**
 * Makes one row of alerts about one command: the newest alert of the tree leads, or where there is none the first alert of an
 * event; the others are folded under it, and all have one status. What people dealt with stays so, unless the one that leads is
 * graver than what they saw: then the row is open again. Folding a folded row changes nothing.
 */
export const foldRow = (members: readonly RowMember[]): RowChange[] => {
  const [leader] = [...members].sort(compareRank);
  if (!leader) return [];
  const handled = findHandled(members);
  const isReopened = handled !== undefined && toRank(leader) > toRank(handled);
  const status =
    leader.status === 'open' && handled && !isReopened ? handled.status : leader.status;
  return members.flatMap((member) => {
    const isFolded = member !== leader;
    const isSame =
      member.isFolded === isFolded && member.status === status && member.rowId === leader.rowId;
    if (isSame && !(isReopened && !isFolded)) return [];
    return [
      {
        uuid: member.uuid,
        fields: {
          [ALERT_FIELD.rowId]: leader.rowId,
          [ALERT_FIELD.rowFolded]: isFolded,
          [ALERT_FIELD.status]: status,
          ...(isReopened && !isFolded && { [ALERT_FIELD.reopenedFrom]: handled.severity }),
        },
      },
    ];
  });
};

/** Of trees the newest first: only what is graver than before has a further document. */
const compareRank = (a: RowMember, b: RowMember): number => {
  if (a.isTree !== b.isTree) return a.isTree ? -1 : 1;
  const byTime = a.raisedAt < b.raisedAt ? -1 : a.raisedAt > b.raisedAt ? 1 : 0;
  return (a.isTree ? -byTime : byTime) || (a.uuid < b.uuid ? -1 : 1);
};

/** The gravest that somebody dealt with. */
const findHandled = (members: readonly RowMember[]): RowMember | undefined =>
  members
    .filter(({ status }) => status !== 'open')
    .sort(
      (a, b) =>
        toRank(b) - toRank(a) || Number(b.status === 'closed') - Number(a.status === 'closed')
    )[0];

const toRank = ({ severity }: RowMember): number => ALERT_SEVERITIES.indexOf(severity);
