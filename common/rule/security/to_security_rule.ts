import type { Locale } from '../../i18n/locale';
import type { Translate } from '../../i18n/translate';
import type { RuleDefinition } from '../rule_definition';
import { EXTENDED_RULE_LOSS } from './extended_rule_loss';
import { EXTENDED_RULE_EVENT_QUERY } from './extended_rule_query';

/** A rule as Elastic Security's detection engine takes it, from its importer or its API. */
export type SecurityRule = Readonly<Record<string, unknown>> & { readonly rule_id: string };

/**
 * One of our rules for Elastic Security, the guide's `osquery` blocks as they are. A rule of trees becomes one of events, and
 * says what that costs.
 */
export const toSecurityRule = (
  rule: RuleDefinition,
  locale: Locale,
  translate: Translate
): SecurityRule => {
  const text = rule.text[locale];
  const isApproximation = rule.unit === 'tree';
  return {
    rule_id: rule.signatureId,
    type: 'eql',
    language: 'eql',
    name: text.name,
    description: isApproximation
      ? `${toLossSentence(translate)} ${text.description}`
      : text.description,
    query: isApproximation ? EXTENDED_RULE_EVENT_QUERY : rule.query,
    index: rule.indexPatterns,
    interval: rule.interval,
    from: `now-${rule.lookBack}`,
    to: 'now',
    enabled: false,
    max_signals: Math.min(rule.maxAlertsPerRun, MOST_SIGNALS),
    risk_score: rule.riskScore,
    severity: rule.severity,
    author: rule.author,
    license: rule.license,
    references: rule.references,
    tags: rule.tags,
    threat: rule.threat,
    false_positives: text.falsePositives,
    note: text.guide,
    setup: text.setup,
    version: rule.version,
  };
};

/** Elastic Security's own default; more slows its runs. */
const MOST_SIGNALS = 100;

const toLossSentence = (translate: Translate): string =>
  translate('webServerRce.securityRule.loss', {
    defaultMessage:
      'An approximation by single events: of {attacks} recorded attacks it finds {found}, and it flags {flagged} of {benign} requests of ordinary work (the rule in Web Server RCE: {ruleFound} and {ruleFlagged}), because it knows neither what a command started in turn nor what is usual on a host.',
    values: { ...EXTENDED_RULE_LOSS },
  });
