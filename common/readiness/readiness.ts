/** Everything that has to be in order before finding nothing means anything, in the order in which it is shown. */
export const CHECK_IDS = [
  'rule_on',
  'run_fresh',
  'events_recent',
  'fields_present',
  'hosts_without_processes',
  'fields_mapped',
  'indices_readable',
  'audit_daemon',
  'audit_rule',
  'input_readable',
  'token_private',
  'osquery_engine',
  'encryption_key',
  'defend_agents',
  'osquery_agents',
] as const;
export type CheckId = (typeof CHECK_IDS)[number];

/** `unknown`: could not be found out, which is no reason to trust it. */
export const READINESS_STATES = ['good', 'doubtful', 'bad', 'unknown'] as const;
export type ReadinessState = (typeof READINESS_STATES)[number];

/** One thing looked at. Words and remedy are the page's. */
export interface ReadinessCheck {
  readonly id: CheckId;
  readonly state: ReadinessState;
  /** What was seen: names, counts or a reason. */
  readonly seen: readonly string[];
}
