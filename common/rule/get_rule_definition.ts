import type { RuleDefinition } from './rule_definition';
import { RULES } from './rules';

export const findRuleDefinition = (id: string): RuleDefinition | undefined =>
  RULES.find((rule) => rule.id === id);

/** @throws Error for an id that the parameter schema would have refused */
export const getRuleDefinition = (id: string): RuleDefinition => {
  const rule = findRuleDefinition(id);
  if (!rule) throw new Error(`There is no rule ${id}.`);
  return rule;
};
