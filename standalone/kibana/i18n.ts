import { IntlMessageFormat } from 'intl-messageformat';

export interface Catalogue {
  /** Language tag the messages are in. */
  readonly locale: string;
  /** Translations by message id; an id that is not here is shown in English. */
  readonly messages: Readonly<Record<string, string>>;
}

let catalogue: Catalogue = { locale: 'en', messages: {} };
const parsed = new Map<string, IntlMessageFormat>();

/** `@kbn/i18n` for a host without Kibana: ICU messages, one language per process or page, as in Kibana. */
export const i18n = {
  /** Sets the language. Messages worded before keep the language they were worded in. */
  init(next: Catalogue): void {
    catalogue = next;
    parsed.clear();
  },

  translate(
    id: string,
    {
      defaultMessage,
      values = {},
    }: { defaultMessage: string; values?: Record<string, string | number> }
  ): string {
    return String(getFormat(id, defaultMessage).format(values));
  },

  getLocale: (): string => catalogue.locale,

  /** What `init` was given, for a thread that is to speak the same language. */
  getCatalogue: (): Catalogue => catalogue,
};

const getFormat = (id: string, defaultMessage: string): IntlMessageFormat => {
  const translated = Object.hasOwn(catalogue.messages, id) ? catalogue.messages[id] : undefined;
  const message = translated ?? defaultMessage;
  // The default is part of the key: the same id with another default is a bug that must show.
  const key = `${id}\u0000${message}`;
  const known = parsed.get(key);
  if (known !== undefined) return known;
  const locale = translated === undefined ? 'en' : catalogue.locale;
  const format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
  parsed.set(key, format);
  return format;
};
