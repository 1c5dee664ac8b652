/** The slice of `@kbn/i18n` that is called; the same in Kibana 8.12 and 9.x. */
declare module '@kbn/i18n' {
  export const i18n: {
    /** The message in the host's language; `defaultMessage` is ICU and stands in for a missing translation. */
    translate(
      id: string,
      message: { defaultMessage: string; values?: Record<string, string | number> }
    ): string;
    /** Tag of the language the host runs in, e.g. `en` or `zh-CN`. */
    getLocale(): string;
  };
}
