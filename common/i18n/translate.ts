/**
 * Turns a message id and its English default into a sentence of the reader's language.
 * `i18n.translate` of `@kbn/i18n` has this shape; `common/` takes it as an argument because it imports no host.
 */
export type Translate = (
  id: string,
  message: { defaultMessage: string; values?: Record<string, string | number> }
) => string;
