import type { Translate } from './translate';

/** Sentences one after the other, as the language writes them: Chinese has no blank between two. */
export const joinSentences = (
  first: string,
  others: readonly string[],
  translate: Translate
): string =>
  others.reduce(
    (text, next) =>
      translate('webServerRce.text.twoSentences', {
        defaultMessage: '{text} {next}',
        values: { text, next },
      }),
    first
  );
