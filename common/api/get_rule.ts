import type { RuleParams } from '../rule/rule_params';
import { API_ROOT, createEndpoint, noInput } from './endpoint';

/** Outcome of the last run in alerting's words. */
export interface LastRuleRun {
  readonly outcome: 'succeeded' | 'warning' | 'failed';
  /** Sentences of the run's outcome, for instance that matches were carried over. */
  readonly messages: readonly string[];
  /** ISO 8601. */
  readonly startedAt?: string;
}

/** The rule in alerting, if it has been created in this space. */
export type RuleStatus =
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'present';
      readonly id: string;
      readonly name: string;
      readonly enabled: boolean;
      /** Alerting's duration syntax, e.g. `5m`. */
      readonly interval: string;
      readonly params: RuleParams;
      readonly lastRun?: LastRuleRun;
      /** ISO 8601; undefined while disabled. */
      readonly nextRun?: string;
    };

export const getRule = createEndpoint<RuleStatus>()({
  method: 'get',
  path: `${API_ROOT}/rule`,
  privilege: 'read',
  params: noInput,
  query: noInput,
  body: noInput,
});
