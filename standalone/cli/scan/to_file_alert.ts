import { ALERT_FIELD } from '../../../common/alert/alert_document';
import { toReason } from '../../../common/alert/to_reason';
import type { SourceEvent } from '../../../common/event/source_event';
import { findEventTime } from '../../../common/time/event_time';
import { english } from '../../../common/i18n/english';
import { webServerRule } from '../../../common/rule/web_server_rule';

/**
 * An alert for files: the event as it is, `event.*` included, with the rule's fields beside it. Alerts in Kibana move
 * the event's own names away, because there the framework owns them; here nothing does.
 */
export const toFileAlert = ({ index, id, source }: SourceEvent): Record<string, unknown> => ({
  ...source,
  [ALERT_FIELD.ruleName]: webServerRule.text.en.name,
  [ALERT_FIELD.ruleId]: webServerRule.signatureId,
  [ALERT_FIELD.ruleVersion]: String(webServerRule.version),
  [ALERT_FIELD.severity]: webServerRule.severity,
  [ALERT_FIELD.riskScore]: webServerRule.riskScore,
  [ALERT_FIELD.reason]: toReason(source, english),
  [ALERT_FIELD.eventTime]: findEventTime(source, '@timestamp'),
  [ALERT_FIELD.ancestorId]: id,
  [ALERT_FIELD.ancestorIndex]: index,
});
