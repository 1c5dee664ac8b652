import { findText, getValues } from '../../common/event/get_values';
import { ALERT_FIELD, type AlertDocument } from '../../common/alert/alert_document';
import { SEARCHED_FIELDS } from '../../common/alert/searched_fields';
import { findEventTime } from '../../common/time/event_time';

/** What filters, sorting and counts look at: a twentieth of the alert, filed by the event's time. */
export interface AlertRow {
  readonly uuid: string;
  /** Epoch milliseconds. */
  readonly eventTime: number;
  readonly raisedAt: number;
  readonly status: string;
  readonly riskScore: number;
  readonly hosts: readonly string[];
  readonly users: readonly string[];
  readonly processes: readonly string[];
  /** The searched fields in lower case, one a line. */
  readonly text: string;
}

export const toAlertRow = (document: AlertDocument): AlertRow => {
  const raisedAt = Date.parse(findText(document, ALERT_FIELD.raisedAt) ?? '');
  const eventTime = findEventTime(document, ALERT_FIELD.eventTime);
  const texts = (field: string): string[] => getValues(document, field).map(String);
  return {
    uuid: findText(document, ALERT_FIELD.uuid) ?? '',
    eventTime: eventTime === undefined ? raisedAt : Date.parse(eventTime),
    raisedAt,
    status: findText(document, ALERT_FIELD.status) ?? 'open',
    riskScore: Number(findText(document, ALERT_FIELD.riskScore) ?? 0),
    hosts: texts('host.name'),
    users: texts('user.name'),
    processes: texts('process.name'),
    text: SEARCHED_FIELDS.flatMap(texts).join('\n').toLowerCase(),
  };
};
