import type { RuleType } from '@kbn/alerting-plugin/server';
import { i18n } from '@kbn/i18n';
import { CONTEXT_VARIABLES, type AlertContext } from '../../../common/alert/to_alert_context';

/** What alerting's editor of actions offers beside its own variables. */
export const createActionVariables = (): NonNullable<
  RuleType<unknown, unknown>['actionVariables']
> => {
  const descriptions = toDescriptions();
  return {
    context: CONTEXT_VARIABLES.map((name) => ({
      name,
      description: descriptions[name],
      ...(name === 'alertUrl' && { usesPublicBaseUrl: true }),
    })),
  };
};

const toDescriptions = (): AlertContext => ({
  alertUrl: i18n.translate('webServerRce.actionVariable.alertUrl', {
    defaultMessage:
      'Address that opens the alert. Empty where server.publicBaseUrl is not configured.',
  }),
  reason: i18n.translate('webServerRce.actionVariable.reason', {
    defaultMessage: 'One sentence: what was run, by whom, where, and what speaks for an attack.',
  }),
  severity: i18n.translate('webServerRce.actionVariable.severity', {
    defaultMessage: 'low, medium, high or critical.',
  }),
  risk: i18n.translate('webServerRce.actionVariable.risk', {
    defaultMessage: 'Risk score, 0 to 100.',
  }),
  host: i18n.translate('webServerRce.actionVariable.host', {
    defaultMessage: 'Name of the host, its id where it has no name.',
  }),
  user: i18n.translate('webServerRce.actionVariable.user', {
    defaultMessage: 'User the command ran as.',
  }),
  source: i18n.translate('webServerRce.actionVariable.source', {
    defaultMessage:
      'Address the command’s request came from. Empty where the access log does not say for certain, or not yet.',
  }),
  parent: i18n.translate('webServerRce.actionVariable.parent', {
    defaultMessage: 'Process of the web server that started the command.',
  }),
  process: i18n.translate('webServerRce.actionVariable.process', {
    defaultMessage: 'Program that was started.',
  }),
  command: i18n.translate('webServerRce.actionVariable.command', {
    defaultMessage: 'Command line, as the attacker wrote it.',
  }),
  tree: i18n.translate('webServerRce.actionVariable.tree', {
    defaultMessage: 'Command lines of all that the command started in turn, one in each line.',
  }),
  time: i18n.translate('webServerRce.actionVariable.time', {
    defaultMessage: 'When it happened, ISO 8601.',
  }),
  rule: i18n.translate('webServerRce.actionVariable.rule', {
    defaultMessage: 'Name of the rule that raised the alert.',
  }),
});
