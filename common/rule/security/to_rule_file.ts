import type { SecurityRule } from './to_security_rule';

/** A file of rules as Elastic Security's importer takes it: one in each line. */
export const toRuleFile = (rules: readonly SecurityRule[]): string =>
  rules.map((rule) => `${JSON.stringify(rule)}\n`).join('');
