import { i18n } from '@kbn/i18n';

/**
 * What a message says until an administrator writes his own. The templates' braces come in as values: Kibana's lines don't agree
 * on how a text would have to quote them.
 */
export const toActionMessage = (): string =>
  i18n.translate('webServerRce.actionMessage.alert', {
    defaultMessage: `{reason}

- Risk: {risk} ({severity})
- Host: {host}, user: {user}
- Command: {command}
- Rule: {rule}
- Open the alert: {alertUrl}`,
    values: {
      reason: '{{context.reason}}',
      risk: '{{context.risk}}',
      severity: '{{context.severity}}',
      host: '{{context.host}}',
      user: '{{context.user}}',
      command: '{{context.command}}',
      rule: '{{rule.name}}',
      alertUrl: '{{context.alertUrl}}',
    },
  });

/** Of all alerts of a run, or of a time, in one message. */
export const toSummaryMessage = (): string =>
  i18n.translate('webServerRce.actionMessage.summary', {
    defaultMessage: `{rule}: new alerts: {count}
{list}
All alerts: {ruleUrl}`,
    values: {
      rule: '{{rule.name}}',
      count: '{{alerts.new.count}}',
      list: '{{#alerts.new.data}}\n- {{kibana.alert.reason}} {{kibana.alert.url}}\n{{/alerts.new.data}}',
      ruleUrl: '{{rule.url}}',
    },
  });
