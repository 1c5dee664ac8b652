import { LOCALES, type Locale } from '../i18n/locale';
import { getRuleText } from '../rule/rule_text';

/**
 * The markdown to show for an alert. A guide that this product shipped, in whatever language it was stored, comes in
 * the reader's language; a guide that somebody wrote themselves comes as stored; an alert without one gets the shipped.
 */
export const selectGuide = (storedNote: string, locale: Locale): string => {
  const note = normalize(storedNote);
  const isShipped = LOCALES.some((shipped) => normalize(getRuleText(shipped).guide) === note);
  return note === '' || isShipped ? getRuleText(locale).guide : storedNote;
};

const normalize = (markdown: string): string => markdown.replaceAll('\r\n', '\n').trim();
