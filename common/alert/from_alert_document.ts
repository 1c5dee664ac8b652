import { findText, getValues } from '../event/get_values';
import type { EventSource } from '../event/source_event';
import { ALERT_SEVERITIES, ALERT_STATUSES, type Alert, type AlertStatus } from './alert';
import { ALERT_FIELD, type AlertDocument } from './alert_document';
import { isFrameworkField } from './is_framework_field';

/** Reads a stored alert back, whichever of the two key forms (dotted, nested) the store answers. */
export const fromAlertDocument = (document: AlertDocument): Alert => {
  const text = (field: string): string => findText(document, field) ?? '';
  const parameters = readParameters(document);
  return {
    ...toAlertFacts(document),
    query: typeof parameters['query'] === 'string' ? parameters['query'] : '',
    note: text(ALERT_FIELD.note),
    event: toEvent(document),
    eventId: text(ALERT_FIELD.ancestorId),
    eventIndex: text(ALERT_FIELD.ancestorIndex),
  };
};

/** What a document says of the alert itself: neither its event nor what the rule was at the time. */
export const toAlertFacts = (
  document: AlertDocument
): Omit<Alert, 'query' | 'note' | 'event' | 'eventId' | 'eventIndex'> => {
  const text = (field: string): string => findText(document, field) ?? '';
  return {
    id: text(ALERT_FIELD.uuid),
    instanceId: text(ALERT_FIELD.instanceId),
    raisedAt: text(ALERT_FIELD.raisedAt),
    eventTime: text(ALERT_FIELD.eventTime),
    status: toAlertStatus(text(ALERT_FIELD.status)),
    severity: ALERT_SEVERITIES.find((level) => level === text(ALERT_FIELD.severity)) ?? 'high',
    riskScore: Number(getValues(document, ALERT_FIELD.riskScore)[0] ?? 0),
    reason: text(ALERT_FIELD.reason),
    ruleName: text(ALERT_FIELD.ruleName),
    ruleUuid: text(ALERT_FIELD.ruleUuid),
  };
};

/** A status of another product's making counts as open: somebody must look. */
export const toAlertStatus = (text: string): AlertStatus =>
  ALERT_STATUSES.find((status) => status === text) ?? 'open';

const readParameters = (document: AlertDocument): Record<string, unknown> => {
  const parameters = document[ALERT_FIELD.ruleParameters];
  return typeof parameters === 'object' && parameters !== null
    ? (parameters as Record<string, unknown>)
    : {};
};

/** Undoes what `toAlert` moved, so that the rule's query can be asked again of the event. */
const toEvent = (document: AlertDocument): EventSource => {
  const prefix = `${ALERT_FIELD.originalEvent}.`;
  const fields = Object.entries(document).flatMap(([key, value]): [string, unknown][] => {
    if (key === ALERT_FIELD.eventTime) return [['@timestamp', value]];
    if (key.startsWith(prefix)) return [[`event.${key.slice(prefix.length)}`, value]];
    return isFrameworkField(key) ? [] : [[key, value]];
  });
  return Object.fromEntries(fields);
};
