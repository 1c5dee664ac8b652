import { joinSentences } from '../i18n/join_sentences';
import type { Translate } from '../i18n/translate';
import type { EqlError, Expected } from './errors/eql_error';
import type { EqlErrorCode } from './errors/eql_error_code';
import { meaningSentences } from './errors/meaning_sentences';
import { syntaxSentences } from './errors/syntax_sentences';
import type { Sentences } from './errors/syntax_sentences';

const sentences: Sentences<EqlErrorCode> = { ...syntaxSentences, ...meaningSentences };

/**
 * A mistake in a query in the language of `translate`: where, what, what was expected, what was probably meant.
 * Command line, API and browser all say it in these words.
 */
export const toEqlErrorSentence = (error: EqlError, translate: Translate): string => {
  const problem = joinSentences(
    sentences[error.code](translate, error.values),
    [...toExpectation(error.expected, translate), ...toSuggestion(error.suggestions, translate)],
    translate
  );
  return translate('webServerRce.eql.at', {
    defaultMessage: 'Line {line}, column {column}: {problem}',
    values: { line: error.line, column: error.column, problem },
  });
};

const toExpectation = (expected: readonly Expected[], translate: Translate): string[] => {
  if (expected.length === 0) return [];
  const things = expected.map((item) =>
    'token' in item ? item.token : kinds[item.kind](translate)
  );
  return [
    translate('webServerRce.eql.expected', {
      defaultMessage: 'Expected: {things}.',
      values: { things: things.join('  ') },
    }),
  ];
};

const toSuggestion = (suggestions: readonly string[], translate: Translate): string[] => {
  if (suggestions.length === 0) return [];
  return [
    translate('webServerRce.eql.didYouMean', {
      defaultMessage: 'Did you mean: {names}?',
      values: { names: suggestions.join(', ') },
    }),
  ];
};

type Kind = Extract<Expected, { kind: string }>['kind'];

const kinds: Readonly<Record<Kind, (translate: Translate) => string>> = {
  expression: (translate) =>
    translate('webServerRce.eql.kindExpression', {
      defaultMessage: 'a field, a value or a function',
    }),
  constant: (translate) =>
    translate('webServerRce.eql.kindConstant', { defaultMessage: 'a constant value' }),
  name: (translate) => translate('webServerRce.eql.kindName', { defaultMessage: 'a name' }),
  number: (translate) => translate('webServerRce.eql.kindNumber', { defaultMessage: 'a number' }),
  category: (translate) =>
    translate('webServerRce.eql.kindCategory', { defaultMessage: 'an event category' }),
};
