/** The languages every text of this product exists in. */
export const LOCALES = ['en', 'zh-CN'] as const;

export type Locale = (typeof LOCALES)[number];

/** The language to show for a host's locale tag: Chinese for any `zh` tag, English for everything else. */
export const toLocale = (tag: string): Locale => (/^zh\b/i.test(tag) ? 'zh-CN' : 'en');
