/** A rule in alerting. */
export interface RuleAddress {
  readonly spaceId: string;
  readonly ruleUuid: string;
}

/**
 * Whether a rule has evidence taken when it raises an alert. Not one of the rule's parameters, because those may be
 * changed by whoever may edit rules, and this lets a rule run SQL on hosts.
 */
export interface EvidenceSwitch {
  isOn(rule: RuleAddress): Promise<boolean>;
  /** Whoever calls has checked that the user may run live queries. */
  set(rule: RuleAddress, isOn: boolean): Promise<void>;
}
