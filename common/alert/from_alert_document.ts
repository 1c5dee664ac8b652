import { flattenFields } from '../event/flatten_fields';
import { findText, getValues } from '../event/get_values';
import type { EventSource } from '../event/source_event';
import { threatSchema, type Threat } from '../rule/threat';
import { webServerRule } from '../rule/web_server_rule';
import {
  ALERT_SEVERITIES,
  ALERT_STATUSES,
  type Alert,
  type AlertSeverity,
  type AlertStatus,
} from './alert';
import { ALERT_FIELD, type AlertDocument } from './alert_document';
import { findAlertRequest, isRequestField } from './request/alert_request';
import { isFrameworkField } from './is_framework_field';
import { parseSigns } from './parse_signs';

/** Reads a stored alert back, whichever of the two key forms (dotted, nested) the store answers. */
export const fromAlertDocument = (document: AlertDocument): Alert => {
  const text = (field: string): string => findText(document, field) ?? '';
  const texts = (field: string): string[] => getValues(document, field).map(String);
  const ownFields = toOwnFields(document);
  const reopenedFrom = findText(document, ALERT_FIELD.reopenedFrom);
  const tellingCommand = findText(document, ALERT_FIELD.tellingCommand);
  const request = findAlertRequest(document);
  return {
    ...toAlertFacts(document),
    ruleDescription: text(ALERT_FIELD.ruleDescription),
    falsePositives: texts(ALERT_FIELD.ruleFalsePositives),
    references: texts(ALERT_FIELD.ruleReferences),
    threat: toThreats(ownFields.get(ALERT_FIELD.ruleThreat)),
    query: text(`${ALERT_FIELD.ruleParameters}.query`),
    note: text(ALERT_FIELD.note),
    event: toEvent(document, ownFields, request !== undefined),
    eventId: text(ALERT_FIELD.ancestorId),
    eventIndex: text(ALERT_FIELD.ancestorIndex),
    signs: parseSigns(ownFields.get(ALERT_FIELD.signs)),
    treeId: findText(document, ALERT_FIELD.treeId),
    treeEvents: texts(ALERT_FIELD.treeEvents),
    ...(tellingCommand !== undefined && { tellingCommand }),
    ...(reopenedFrom !== undefined && { reopenedFrom: toAlertSeverity(reopenedFrom) }),
    ...(request && { request }),
  };
};

type RuleFact = 'ruleDescription' | 'falsePositives' | 'references' | 'threat' | 'query' | 'note';
type EventFact =
  | 'event'
  | 'eventId'
  | 'eventIndex'
  | 'signs'
  | 'treeId'
  | 'treeEvents'
  | 'tellingCommand'
  | 'reopenedFrom'
  | 'request';
export type DocumentFacts = Omit<Alert, RuleFact | EventFact>;

/** What a document says of the alert itself: neither its event nor what the rule was at the time. */
export const toAlertFacts = (document: AlertDocument): DocumentFacts => {
  const text = (field: string): string => findText(document, field) ?? '';
  return {
    id: text(ALERT_FIELD.uuid),
    instanceId: text(ALERT_FIELD.instanceId),
    rowId: findText(document, ALERT_FIELD.rowId) ?? text(ALERT_FIELD.uuid),
    raisedAt: text(ALERT_FIELD.raisedAt),
    eventTime: text(ALERT_FIELD.eventTime),
    status: toAlertStatus(text(ALERT_FIELD.status)),
    severity: toAlertSeverity(text(ALERT_FIELD.severity)),
    riskScore: Number(getValues(document, ALERT_FIELD.riskScore)[0] ?? 0),
    reason: text(ALERT_FIELD.reason),
    ruleName: text(ALERT_FIELD.ruleName),
    ruleUuid: text(ALERT_FIELD.ruleUuid),
    ruleId: findText(document, `${ALERT_FIELD.ruleParameters}.ruleId`) ?? webServerRule.id,
  };
};

/** A status of another product's making counts as open: somebody must look. */
export const toAlertStatus = (text: string): AlertStatus =>
  ALERT_STATUSES.find((status) => status === text) ?? 'open';

/** A severity of another product's making counts as high. */
export const toAlertSeverity = (text: string): AlertSeverity =>
  ALERT_SEVERITIES.find((level) => level === text) ?? 'high';

/** Everything below `kibana`, by dotted path. */
const toOwnFields = (document: AlertDocument): ReadonlyMap<string, unknown> =>
  new Map(
    Object.entries(document)
      .filter(([key]) => key === 'kibana' || key.startsWith('kibana.'))
      .flatMap(([key, value]) => flattenFields(key, value))
  );

/** A tactic of another shape is left out: a link to nowhere helps nobody. */
const toThreats = (stored: unknown): Threat[] =>
  (Array.isArray(stored) ? stored : []).flatMap((entry) => {
    const parsed = threatSchema.safeParse(entry);
    return parsed.success ? [parsed.data] : [];
  });

/** Undoes what `toAlert` moved and leaves out the request, so that the rule's query can be asked again of the event. */
const toEvent = (
  document: AlertDocument,
  ownFields: ReadonlyMap<string, unknown>,
  hasRequest: boolean
): EventSource => {
  const kept = Object.entries(document).filter(
    ([key]) => !isFrameworkField(key) && !(hasRequest && isRequestField(key))
  );
  const isKept = (root: string): boolean => kept.some(([key]) => `${key}.`.startsWith(root));
  const moved = [...ownFields].flatMap(([key, value]): [string, unknown][] => {
    if (key === ALERT_FIELD.eventTime) return [['@timestamp', value]];
    const place = MOVED.find(({ prefix, root }) => key.startsWith(prefix) && !isKept(root));
    return place ? [[`${place.root}${key.slice(place.prefix.length)}`, value]] : [];
  });
  return Object.fromEntries([...moved, ...kept]);
};

const MOVED = [
  { prefix: `${ALERT_FIELD.originalEvent}.`, root: 'event.' },
  { prefix: `${ALERT_FIELD.originalDataStream}.`, root: 'data_stream.' },
];
