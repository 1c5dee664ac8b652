import type { RuleText } from './rule_text';

export const ruleTextEn: RuleText = { name: '', description: '', falsePositives: [], setup: '', guide: '' };
