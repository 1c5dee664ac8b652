import { getValues } from '../../event/get_values';
import type { Alert } from '../alert';
import { ALERT_FIELD, type AlertDocument } from '../alert_document';
import { fromAlertDocument } from '../from_alert_document';
import { LISTED_FIELDS, toListedAlert, type ListedAlert } from '../listed_alert';
import { toRowId } from '../to_row_id';

const RULE_TYPE = 'kibana.alert.rule.type';

/** What of a document of Elastic Security a listed alert is made of: also what its row depends on. */
export const LISTED_SECURITY_FIELDS: readonly string[] = [
  ...LISTED_FIELDS,
  '@timestamp',
  ALERT_FIELD.ancestorId,
  ALERT_FIELD.ancestorIndex,
  `${ALERT_FIELD.originalEvent}.category`,
  'agent.id',
  'process.entity_id',
];

/** Reads an alert of Elastic Security, whose document differs from ours in little: it has no row, and its rule may be of another language. */
export const fromSecurityDocument = (document: AlertDocument): Alert => {
  const alert = fromAlertDocument(document);
  return {
    ...alert,
    ...toSecurityFacts(document, alert),
    query: getValues(document, RULE_TYPE)[0] === 'eql' ? alert.query : '',
  };
};

export const toListedSecurityAlert = (document: AlertDocument): ListedAlert => ({
  ...toListedAlert(document),
  ...toSecurityFacts(document, fromAlertDocument(document)),
});

type SecurityFact = 'rowId' | 'raisedAt' | 'eventTime' | 'securityAlertIds';

const toSecurityFacts = (
  document: AlertDocument,
  { id, raisedAt, eventTime, event, eventId, eventIndex }: Alert
): Required<Pick<Alert, SecurityFact>> => {
  const written = String(getValues(document, '@timestamp')[0] ?? '');
  // A file that a server wrote is no command: its process is the server, of whom there would be one row.
  const isCommand = getValues(event, 'event.category').includes('process');
  const source = { ...event, '@timestamp': eventTime || written };
  const rowId = isCommand ? toRowId({ id: eventId, index: eventIndex, source }) : undefined;
  return {
    rowId: rowId ?? id,
    raisedAt: raisedAt || written,
    eventTime: eventTime || written,
    securityAlertIds: [id],
  };
};
