import { LOCALES, type Locale } from '../i18n/locale';
import type { RuleText } from './rule_definition';
import { RULES } from './rules';

/**
 * A text stored with an alert, for a reader of the given language. What a rule of this product shipped, in whatever language
 * it was stored, comes in the reader's; what somebody wrote themselves comes as stored.
 */
export const toReadersLanguage = (stored: string, locale: Locale): string => {
  const text = normalize(stored);
  for (const rule of RULES) {
    for (const shipped of LOCALES) {
      const at = toPassages(rule.text[shipped]).findIndex((passage) => normalize(passage) === text);
      const found = toPassages(rule.text[locale])[at];
      if (found !== undefined) return found;
    }
  }
  return stored;
};

/** The same passage stands at the same place in every language. */
const toPassages = ({ name, description, guide, falsePositives }: RuleText): string[] => [
  name,
  description,
  guide,
  ...falsePositives,
];

const normalize = (text: string): string => text.replaceAll('\r\n', '\n').trim();
