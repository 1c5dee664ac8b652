import { LOCALES, toLocale, type Locale } from '../../common/i18n/locale';
import { i18n } from '../kibana/i18n';
import { findStored, store } from '../../public/app/stored_value';

const KEY = 'webServerRce.locale';

export interface Language {
  readonly locale: Locale;
  /** Texts inside EUI's components by EUI's token; empty for English. */
  readonly euiMessages: Readonly<Record<string, string>>;
}

/**
 * Loads the texts of the reader's language: the one chosen here before, else the server's, else the browser's.
 * Must be done before anything is worded.
 */
export const loadLanguage = async (serverLocale: string | undefined): Promise<Language> => {
  const chosen = LOCALES.find((locale) => locale === findStored(KEY));
  const locale = chosen ?? toLocale(serverLocale ?? window.navigator.language);
  document.documentElement.lang = locale;
  if (locale === 'en') {
    i18n.init({ locale, messages: {} });
    return { locale, euiMessages: {} };
  }
  const [response, { euiZhCn }] = await Promise.all([
    fetch(`/translations/${locale}.json`),
    import('./eui_zh_cn'),
  ]);
  const { messages } = (await response.json()) as { messages: Record<string, string> };
  i18n.init({ locale, messages });
  return { locale, euiMessages: euiZhCn };
};

/** Takes effect by loading the page again: words already on the screen do not change by themselves. */
export const chooseLanguage = (locale: Locale): void => {
  store(KEY, locale);
  window.location.reload();
};
