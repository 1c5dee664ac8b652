import type { AlertSeverity } from '../../../common/alert/alert';
import { ALERT_FIELD, type AlertDocument } from '../../../common/alert/alert_document';
import { toAlertSeverity } from '../../../common/alert/from_alert_document';
import type { SignKind } from '../../../common/detection';
import { toListedAlert, toSignKinds, type ListedAlert } from '../../../common/alert/listed_alert';
import { listSourceAddresses, UNKNOWN_SOURCE } from '../../../common/alert/request/source_address';
import { SEARCHED_FIELDS } from '../../../common/alert/searched_fields';
import { LONGEST_FILTER_VALUE } from '../../../common/api/find_alerts';
import { findText, getValues } from '../../../common/event/get_values';
import { findEventTime } from '../../../common/time/event_time';

/** What filters, sorting and counts look at, kept in memory for every alert: so it is small, whatever the event is. */
export interface AlertRow {
  readonly uuid: string;
  /** The same for all alerts about one command; where only this one is, its uuid. */
  readonly rowId: string;
  /** Not listed: another alert leads the row. */
  readonly isFolded: boolean;
  readonly isTree: boolean;
  readonly severity: AlertSeverity;
  /** Epoch milliseconds. */
  readonly eventTime: number;
  readonly raisedAt: number;
  readonly status: string;
  readonly riskScore: number;
  readonly hosts: readonly string[];
  readonly users: readonly string[];
  readonly processes: readonly string[];
  readonly servers: readonly string[];
  /** Addresses, or `unknown` alone. */
  readonly sources: readonly string[];
  readonly signKinds: readonly SignKind[];
  /** The searched fields in lower case, one a line; only the beginning where `isTextCut`. */
  readonly text: string;
  readonly isTextCut: boolean;
}

/** An alert as lists need it, on disk. */
export interface AlertEntry {
  readonly row: AlertRow;
  /** What is shown of it. */
  readonly listed: ListedAlert;
  /** All of the text that is searched. */
  readonly text: string;
}

/** Words past this are looked for in a text on disk. */
const LONGEST_TEXT = 4096;
const MOST_VALUES = 50;

export const toAlertEntry = (document: AlertDocument): AlertEntry => {
  const uuid = findText(document, ALERT_FIELD.uuid) ?? '';
  const raisedAt = Date.parse(findText(document, ALERT_FIELD.raisedAt) ?? '');
  const eventTime = findEventTime(document, ALERT_FIELD.eventTime);
  const text = toSearchedText(document);
  return {
    row: {
      uuid,
      rowId: findText(document, ALERT_FIELD.rowId) ?? uuid,
      isFolded: findText(document, ALERT_FIELD.rowFolded) === 'true',
      isTree: findText(document, ALERT_FIELD.treeId) !== undefined,
      severity: toAlertSeverity(findText(document, ALERT_FIELD.severity) ?? ''),
      eventTime: eventTime === undefined ? raisedAt : Date.parse(eventTime),
      raisedAt,
      status: findText(document, ALERT_FIELD.status) ?? 'open',
      riskScore: Number(findText(document, ALERT_FIELD.riskScore) ?? 0),
      hosts: toValues(document, 'host.name'),
      users: toValues(document, 'user.name'),
      processes: toValues(document, 'process.name'),
      servers: toValues(document, 'process.parent.name'),
      sources: toSources(document),
      signKinds: toSignKinds(document),
      text: text.slice(0, LONGEST_TEXT),
      isTextCut: text.length > LONGEST_TEXT,
    },
    listed: toListedAlert(document),
    text,
  };
};

const toSearchedText = (document: AlertDocument): string =>
  SEARCHED_FIELDS.flatMap((field) => getValues(document, field).map(String))
    .join('\n')
    .toLowerCase();

const toSources = (document: AlertDocument): readonly string[] => {
  const addresses = [...new Set(listSourceAddresses(document).slice(0, MOST_VALUES))];
  return addresses.length > 0 ? addresses : [UNKNOWN_SOURCE];
};

/** Each once. One character more than a filter can ask for is kept: a value that is longer fits none. */
const toValues = (document: AlertDocument, field: string): readonly string[] => {
  const values = getValues(document, field).slice(0, MOST_VALUES);
  return [...new Set(values.map((value) => String(value).slice(0, LONGEST_FILTER_VALUE + 1)))];
};
