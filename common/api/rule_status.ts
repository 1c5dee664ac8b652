import { z } from 'zod';
import type { RuleParams } from '../rule/rule_params';

/** Outcome of the last run in alerting's words. */
export interface LastRuleRun {
  readonly outcome: 'succeeded' | 'warning' | 'failed';
  /** Sentences of the run's outcome, for instance that matches were carried over. */
  readonly messages: readonly string[];
  /** ISO 8601. */
  readonly startedAt?: string;
}

/** A shipped rule that has not been created in this space yet. */
export interface AbsentRule {
  readonly kind: 'absent';
  /** The id it will have in alerting. */
  readonly id: string;
  /** Which of the shipped rules. */
  readonly ruleId: string;
}

/** A rule of ours in alerting. */
export interface PresentRule {
  readonly kind: 'present';
  readonly id: string;
  readonly ruleId: string;
  /** Made beside the rule that this product creates, for instance by an import. */
  readonly isCopy: boolean;
  readonly name: string;
  readonly enabled: boolean;
  /** Alerting's duration syntax, e.g. `5m`. */
  readonly interval: string;
  readonly params: RuleParams;
  readonly lastRun?: LastRuleRun;
  /** ISO 8601; undefined while disabled. */
  readonly nextRun?: string;
}

export type RuleStatus = AbsentRule | PresentRule;

/** What every endpoint about rules answers: the shipped rules in their order, each followed by its copies. */
export interface RuleList {
  readonly rules: readonly RuleStatus[];
}

/** Addresses a rule by its id in alerting, an absent one by the id it will have. */
export const ruleAddressSchema = z.object({ id: z.string().min(1).max(512) }).strict();
