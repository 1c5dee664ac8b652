import type { AlertSeverity } from '../alert/alert';
import type { Locale } from '../i18n/locale';
import type { Threat } from './threat';

/** The prose of a rule in one language. */
export interface RuleText {
  readonly name: string;
  readonly description: string;
  /** One entry per known benign cause. */
  readonly falsePositives: readonly string[];
  /** Markdown: what has to be in place before the rule can see anything. */
  readonly setup: string;
  /** Markdown with `!{osquery{…}}` blocks, each on a line of its own: see `common/guide`. */
  readonly guide: string;
}

/** A detection rule as it is shipped: what it looks for, what its alerts say, how it runs. */
export interface RuleDefinition {
  /** Names the rule in a rule's parameters and on the command line. */
  readonly id: string;
  /** Identity of the rule across versions and products: `kibana.alert.rule.rule_id`. */
  readonly signatureId: string;
  readonly version: number;
  /** What one alert is about: a match of the query, or the tree of which a match is the root. */
  readonly unit: 'event' | 'tree';
  /** An EQL event query. */
  readonly query: string;
  readonly indexPatterns: readonly string[];
  readonly severity: AlertSeverity;
  readonly riskScore: number;
  /** Alerting's duration syntax. */
  readonly interval: string;
  /** How far back a run looks, counted from its start: interval plus an allowance for events that arrive late. */
  readonly lookBack: string;
  readonly maxAlertsPerRun: number;
  readonly author: readonly string[];
  readonly license: string;
  readonly references: readonly string[];
  readonly tags: readonly string[];
  readonly threat: readonly Threat[];
  readonly text: Readonly<Record<Locale, RuleText>>;
}
