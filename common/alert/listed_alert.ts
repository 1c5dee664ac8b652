import { ALERT_FIELD, type AlertDocument } from './alert_document';
import { toAlertSummary, type AlertSummary } from './alert_summary';
import { toAlertFacts, type DocumentFacts } from './from_alert_document';
import { findSignKind, type SignKind } from '../detection';
import { findText, getValues } from '../event/get_values';
import { shorten } from './shorten';
import { listSourceAddresses } from './request/source_address';

/** An alert as a list shows it. Its event, query and guide are read when it is opened: a hundred hostile ones would weigh as much as the attacker likes. */
export interface ListedAlert extends DocumentFacts, AlertSummary {
  /** What speaks for an attack, gravest first. */
  readonly signKinds: readonly SignKind[];
  /** User whose work it is; absent where it is nobody's. */
  readonly assignee?: string;
  /** What an attacker ran, where the root's command line does not say it (see `toTellingCommand`). */
  readonly tellingCommand: string | undefined;
  /** Address of the request that brought it; undefined where that is not certain. */
  readonly source: string | undefined;
}

/** More than any column shows; whoever wants the rest opens the alert. */
const LONGEST_LISTED_TEXT = 300;

const SIGN_ID = `${ALERT_FIELD.signs}.id`;
const SIGN_WEIGHT = `${ALERT_FIELD.signs}.weight`;

/** What of a document a listed alert is made of. */
export const LISTED_FIELDS: readonly string[] = [
  ALERT_FIELD.uuid,
  ALERT_FIELD.instanceId,
  ALERT_FIELD.rowId,
  ALERT_FIELD.raisedAt,
  ALERT_FIELD.eventTime,
  ALERT_FIELD.status,
  ALERT_FIELD.severity,
  ALERT_FIELD.riskScore,
  ALERT_FIELD.reason,
  ALERT_FIELD.ruleName,
  ALERT_FIELD.ruleUuid,
  `${ALERT_FIELD.ruleParameters}.ruleId`,
  SIGN_ID,
  SIGN_WEIGHT,
  ALERT_FIELD.tellingCommand,
  'host.name',
  'host.id',
  'user.name',
  'user.id',
  'process.name',
  'process.executable',
  'process.command_line',
  'process.args',
  'process.parent.name',
  'process.parent.executable',
  'source.ip',
];

export const toListedAlert = (document: AlertDocument): ListedAlert => {
  const { host, user, parent, process, command } = toAlertSummary(document);
  const facts = toAlertFacts(document);
  return {
    ...facts,
    reason: shorten(facts.reason, 4 * LONGEST_LISTED_TEXT),
    ruleName: shorten(facts.ruleName, LONGEST_LISTED_TEXT),
    host: cut(host),
    user: cut(user),
    parent: cut(parent),
    process: cut(process),
    command: cut(command),
    signKinds: toSignKinds(document),
    tellingCommand: cut(findText(document, ALERT_FIELD.tellingCommand)),
    source: listSourceAddresses(document)[0],
  };
};

/** Of the signs that speak for an attack, in their own order, each kind once. */
export const toSignKinds = (document: AlertDocument): SignKind[] => {
  const weights = getValues(document, SIGN_WEIGHT);
  const kinds = getValues(document, SIGN_ID).flatMap((id, place) =>
    Number(weights[place]) > 0 ? (findSignKind(String(id)) ?? []) : []
  );
  return [...new Set(kinds)];
};

const cut = (text: string | undefined): string | undefined =>
  text === undefined ? undefined : shorten(text, LONGEST_LISTED_TEXT);
