import { getValues } from '../event/get_values';
import { ALERT_FIELD, type AlertDocument } from './alert_document';
import { toAlertSummary } from './alert_summary';
import { shorten } from './shorten';
import { listSourceAddresses } from './request/source_address';

/** What a message about an alert may name, as `{{context.host}}`; empty where the alert does not say. */
export const CONTEXT_VARIABLES = [
  'alertUrl',
  'reason',
  'severity',
  'risk',
  'host',
  'user',
  'source',
  'parent',
  'process',
  'command',
  'tree',
  'time',
  'rule',
] as const;
export type AlertContext = Readonly<Record<(typeof CONTEXT_VARIABLES)[number], string>>;

/** A message is read on a telephone. */
const LONGEST_TEXT = 500;
const LONGEST_TREE = 4000;

/**
 * What alerting's actions are told of an alert.
 * @param payload of an alert that is being reported
 * @param alertUrl undefined where Kibana does not know its own address
 */
export const toAlertContext = (
  payload: AlertDocument,
  { ruleName, alertUrl }: { ruleName: string; alertUrl: string | undefined }
): AlertContext => {
  const summary = toAlertSummary(payload);
  const read = (field: string): string => getValues(payload, field).map(String).join('\n');
  const commands = read(ALERT_FIELD.treeCommands);
  const context: Record<keyof AlertContext, string | undefined> = {
    alertUrl,
    reason: read(ALERT_FIELD.reason),
    severity: read(ALERT_FIELD.severity),
    risk: read(ALERT_FIELD.riskScore),
    host: summary.host,
    user: summary.user,
    source: listSourceAddresses(payload)[0],
    parent: summary.parent,
    process: summary.process,
    command: summary.command,
    tree: commands === '' ? toText('command', summary.command) : commands,
    time: read(ALERT_FIELD.eventTime),
    rule: ruleName,
  };
  const texts = CONTEXT_VARIABLES.map((name) => [name, toText(name, context[name])] as const);
  return Object.fromEntries(texts) as AlertContext;
};

const toText = (name: keyof AlertContext, text: string = ''): string =>
  name === 'alertUrl' ? text : shorten(text, name === 'tree' ? LONGEST_TREE : LONGEST_TEXT);
