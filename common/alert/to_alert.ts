import { flattenFields } from '../event/flatten_fields';
import type { SourceEvent } from '../event/source_event';
import type { Locale } from '../i18n/locale';
import type { RuleDefinition } from '../rule/rule_definition';
import type { RuleParams } from '../rule/rule_params';
import { ALERT_FIELD } from './alert_document';
import { findEventTime } from '../time/event_time';
import { toAlertInstanceId } from './alert_instance_id';
import { isFrameworkField } from './is_framework_field';
import { toRowId } from './to_row_id';
import { toReason } from './to_reason';
import type { Translate } from '../i18n/translate';

/** The rule as it stands in alerting, as far as an alert depends on it. */
export interface AlertingRule {
  readonly uuid: string;
  readonly definition: RuleDefinition;
  readonly params: RuleParams;
  /** Language the host writes alerts in. */
  readonly locale: Locale;
}

/** An alert that is not stored yet. */
export interface NewAlert {
  readonly instanceId: string;
  /** Everything but what alerting's framework writes by itself. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** The same tree had an alert of a lower severity before. */
  readonly isRisen?: boolean;
}

/**
 * Turns one match into one alert. The id is made of rule and event ids, so running a rule twice can't duplicate an alert.
 * The event's own `event.*` and `@timestamp` move under `kibana.alert.original_*`, because the framework owns those names.
 */
export const toAlert = (match: SourceEvent, rule: AlertingRule, translate: Translate): NewAlert => {
  const eventTime =
    findEventTime(match.source, '@timestamp') ??
    findEventTime(match.source, rule.params.timestampField);
  const rowId = toRowId(match);
  return {
    instanceId: toAlertInstanceId(rule.uuid, match),
    payload: {
      ...pickEcsFields(match.source),
      [ALERT_FIELD.eventTime]: eventTime,
      ...toOriginal(match.source, 'event', ALERT_FIELD.originalEvent),
      ...toOriginal(match.source, 'data_stream', ALERT_FIELD.originalDataStream),
      [ALERT_FIELD.reason]: toReason(match.source, translate),
      ...toRuleFacts(rule),
      [ALERT_FIELD.ancestorId]: match.id,
      [ALERT_FIELD.ancestorIndex]: match.index,
      [ALERT_FIELD.ancestorType]: 'event',
      [ALERT_FIELD.ancestorDepth]: 0,
      ...(rowId !== undefined && { [ALERT_FIELD.rowId]: rowId }),
    },
  };
};

const pickEcsFields = (source: SourceEvent['source']): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(source).filter(([key]) => !isFrameworkField(key) && !key.startsWith('_'))
  );

/** What the alert says of its rule for as long as it is kept, whatever becomes of the rule. */
const toRuleFacts = ({ definition, locale }: AlertingRule): Record<string, unknown> => {
  const text = definition.text[locale];
  return {
    [ALERT_FIELD.severity]: definition.severity,
    [ALERT_FIELD.riskScore]: definition.riskScore,
    [ALERT_FIELD.note]: text.guide,
    [ALERT_FIELD.ruleDescription]: text.description,
    [ALERT_FIELD.ruleFalsePositives]: text.falsePositives,
    [ALERT_FIELD.ruleId]: definition.signatureId,
    [ALERT_FIELD.ruleVersion]: String(definition.version),
    [ALERT_FIELD.ruleAuthor]: definition.author,
    [ALERT_FIELD.ruleLicense]: definition.license,
    [ALERT_FIELD.ruleReferences]: definition.references,
    [ALERT_FIELD.ruleThreat]: definition.threat,
  };
};

/** `{event: {action: 'exec'}}` and `{'event.action': 'exec'}` both become `kibana.alert.original_event.action`. */
const toOriginal = (
  source: SourceEvent['source'],
  root: string,
  prefix: string
): Record<string, unknown> => {
  const below = `${root}.`;
  const keys = Object.keys(source).filter((key) => key === root || key.startsWith(below));
  return Object.fromEntries(
    keys.flatMap((key) => flattenFields(`${prefix}${key.slice(root.length)}`, source[key]))
  );
};
