import type { RuleText } from './rule_text';

export const ruleTextZhCn: RuleText = { name: '', description: '', falsePositives: [], setup: '', guide: '' };
