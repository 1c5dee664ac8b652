import type { Locale } from '../i18n/locale';
import { ruleTextEn } from './rule_text.en';
import { ruleTextZhCn } from './rule_text.zh_cn';

/** The prose of the rule in one language. */
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

const texts: Record<Locale, RuleText> = { en: ruleTextEn, 'zh-CN': ruleTextZhCn };

/** The rule's prose in the given language. */
export const getRuleText = (locale: Locale): RuleText => texts[locale];
