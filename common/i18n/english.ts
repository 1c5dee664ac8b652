import type { Translate } from './translate';

/** The English defaults with their values put in: for command lines and tests, where no host supplies a language. */
export const english: Translate = (_id, { defaultMessage, values = {} }) =>
  defaultMessage.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
