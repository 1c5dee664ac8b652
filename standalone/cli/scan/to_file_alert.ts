import { ALERT_FIELD } from '../../../common/alert/alert_document';
import { toReason } from '../../../common/alert/to_reason';
import { findEventTime } from '../../../common/time/event_time';
import type { SourceEvent } from '../../../common/event/source_event';
import { english } from '../../../common/i18n/english';
import type { RuleDefinition } from '../../../common/rule/rule_definition';

/** An alert of the `scan` command. */
export interface FileAlert {
  readonly event: SourceEvent;
  /** What stands beside the event, by dotted name. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * An alert for files: the event as it is, `event.*` included, with the rule's fields beside it. Alerts in Kibana move
 * the event's own names away, because there the framework owns them; here nothing does.
 */
export const toFileAlert = (event: SourceEvent, rule: RuleDefinition): FileAlert => ({
  event,
  fields: {
    [ALERT_FIELD.ruleName]: rule.text.en.name,
    [ALERT_FIELD.ruleId]: rule.signatureId,
    [ALERT_FIELD.ruleVersion]: String(rule.version),
    [ALERT_FIELD.severity]: rule.severity,
    [ALERT_FIELD.riskScore]: rule.riskScore,
    [ALERT_FIELD.reason]: toReason(event.source, english),
    [ALERT_FIELD.eventTime]: findEventTime(event.source, '@timestamp'),
    [ALERT_FIELD.ancestorId]: event.id,
    [ALERT_FIELD.ancestorIndex]: event.index,
  },
});
