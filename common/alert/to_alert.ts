import type { SourceEvent } from '../event/source_event';
import { webServerRule } from '../rule/rule';
import type { RuleText } from '../rule/rule_text';
import type { RuleParams } from '../rule/rule_params';
import { ALERT_FIELD } from './alert_document';
import { findEventTime } from '../time/event_time';
import { toAlertInstanceId } from './alert_instance_id';
import { isFrameworkField } from './is_framework_field';
import { toReason } from './to_reason';
import type { Translate } from '../i18n/translate';

/** The rule as it stands in alerting, as far as an alert depends on it. */
export interface AlertingRule {
  readonly uuid: string;
  readonly params: RuleParams;
  /** Prose in the language the host writes alerts in. */
  readonly text: RuleText;
}

/** An alert that is not stored yet. */
export interface NewAlert {
  readonly instanceId: string;
  /** Everything but what alerting's framework writes by itself. */
  readonly payload: Readonly<Record<string, unknown>>;
}

/**
 * Turns one match into one alert. The id is made of rule and event ids, so running a rule twice can't duplicate an alert.
 * The event's own `event.*` and `@timestamp` move under `kibana.alert.original_*`, because the framework owns those names.
 */
export const toAlert = (match: SourceEvent, rule: AlertingRule, translate: Translate): NewAlert => {
  const eventTime =
    findEventTime(match.source, '@timestamp') ??
    findEventTime(match.source, rule.params.timestampField);
  return {
    instanceId: toAlertInstanceId(rule.uuid, match),
    payload: {
      ...pickEcsFields(match.source),
      [ALERT_FIELD.eventTime]: eventTime,
      ...toOriginalEvent(match.source),
      [ALERT_FIELD.reason]: toReason(match.source, translate),
      [ALERT_FIELD.severity]: webServerRule.severity,
      [ALERT_FIELD.riskScore]: webServerRule.riskScore,
      [ALERT_FIELD.note]: rule.text.guide,
      [ALERT_FIELD.ruleDescription]: rule.text.description,
      [ALERT_FIELD.ruleFalsePositives]: rule.text.falsePositives,
      [ALERT_FIELD.ruleId]: webServerRule.ruleId,
      [ALERT_FIELD.ruleVersion]: String(webServerRule.version),
      [ALERT_FIELD.ruleAuthor]: webServerRule.author,
      [ALERT_FIELD.ruleLicense]: webServerRule.license,
      [ALERT_FIELD.ruleReferences]: webServerRule.references,
      [ALERT_FIELD.ruleThreat]: webServerRule.threat,
      [ALERT_FIELD.ancestorId]: match.id,
      [ALERT_FIELD.ancestorIndex]: match.index,
      [ALERT_FIELD.ancestorType]: 'event',
      [ALERT_FIELD.ancestorDepth]: 0,
    },
  };
};

const pickEcsFields = (source: SourceEvent['source']): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(source).filter(([key]) => !isFrameworkField(key) && !key.startsWith('_'))
  );

/** `{event: {action: 'exec'}}` and `{'event.action': 'exec'}` both become `kibana.alert.original_event.action`. */
const toOriginalEvent = (source: SourceEvent['source']): Record<string, unknown> => {
  const fields: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(source)) {
    if (key !== 'event' && !key.startsWith('event.')) continue;
    flattenInto(fields, `${ALERT_FIELD.originalEvent}${key.slice('event'.length)}`, value);
  }
  return fields;
};

const flattenInto = (fields: Record<string, unknown>, path: string, value: unknown): void => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    for (const [key, inner] of Object.entries(value)) flattenInto(fields, `${path}.${key}`, inner);
  } else {
    fields[path] = value;
  }
};
