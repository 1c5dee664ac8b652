import type { Translate } from '../../i18n/translate';
import type { EqlSyntaxErrorCode } from './eql_error_code';

export type SentenceValues = Readonly<Record<string, string | number>>;
export type Sentences<Code extends string> = Readonly<
  Record<Code, (translate: Translate, values: SentenceValues) => string>
>;

/** What is wrong where a query can not be read. */
export const syntaxSentences: Sentences<EqlSyntaxErrorCode> = {
  character_unexpected: (translate, { found = '' }) =>
    translate('webServerRce.eql.characterUnexpected', {
      defaultMessage: 'The character {found} has no meaning in EQL outside of strings.',
      values: { found },
    }),
  string_unterminated: (translate) =>
    translate('webServerRce.eql.stringUnterminated', {
      defaultMessage: 'The string is not closed on its line.',
    }),
  string_in_single_quotes: (translate) =>
    translate('webServerRce.eql.stringInSingleQuotes', {
      defaultMessage: 'Strings stand in double quotes ("…"), not in single quotes.',
    }),
  string_after_question_mark: (translate) =>
    translate('webServerRce.eql.stringAfterQuestionMark', {
      defaultMessage: 'Raw strings stand in triple double quotes ("""…"""), not behind ?.',
    }),
  escape_invalid: (translate, { escape = '' }) =>
    translate('webServerRce.eql.escapeInvalid', {
      defaultMessage:
        'There is no escape {escape}. Write a backslash as \\\\, or use a raw string ("""…""").',
      values: { escape },
    }),
  unicode_escape_invalid: (translate, { escape = '' }) =>
    translate('webServerRce.eql.unicodeEscapeInvalid', {
      defaultMessage:
        'The escape {escape} names no character. Its form is a backslash, u and 2 to 8 hexadecimal digits in braces.',
      values: { escape },
    }),
  comment_unterminated: (translate) =>
    translate('webServerRce.eql.commentUnterminated', {
      defaultMessage: 'The comment is not closed. Comments nest: every /* needs its */.',
    }),
  name_unterminated: (translate) =>
    translate('webServerRce.eql.nameUnterminated', {
      defaultMessage: 'The name in back quotes is not closed.',
    }),
  token_unexpected: (translate, { found = '' }) =>
    found === ''
      ? translate('webServerRce.eql.endUnexpected', { defaultMessage: 'The query ends too early.' })
      : translate('webServerRce.eql.tokenUnexpected', {
          defaultMessage: '{found} can not stand here.',
          values: { found },
        }),
  keyword_as_name: (translate, { name = '' }) =>
    translate('webServerRce.eql.keywordAsName', {
      defaultMessage:
        '{name} is a key word. As part of a field it stands in back quotes, as event category in double quotes.',
      values: { name },
    }),
  nesting_too_deep: (translate, { limit = '' }) =>
    translate('webServerRce.eql.nestingTooDeep', {
      defaultMessage: 'The query is nested more than {limit} levels deep.',
      values: { limit },
    }),
  array_index_unsupported: (translate) =>
    translate('webServerRce.eql.arrayIndexUnsupported', {
      defaultMessage:
        'Array indexes are not supported. A comparison holds when any value of the field satisfies it.',
    }),
  process_relationship_unsupported: (translate) =>
    translate('webServerRce.eql.processRelationshipUnsupported', {
      defaultMessage: 'Process relationships (child of, descendant of) are not supported.',
    }),
  by_after_with: (translate) =>
    translate('webServerRce.eql.byAfterWith', {
      defaultMessage: 'The keys (by …) stand before the options (with …), not after them.',
    }),
  option_unknown: (translate, { option = '' }) =>
    translate('webServerRce.eql.optionUnknown', {
      defaultMessage: 'A term has no option {option}.',
      values: { option },
    }),
  maxspan_without_unit: (translate, { found = '' }) =>
    translate('webServerRce.eql.maxspanWithoutUnit', {
      defaultMessage: 'The time span {found} has no unit.',
      values: { found },
    }),
  maxspan_unit_unknown: (translate, { unit = '', units = '' }) =>
    translate('webServerRce.eql.maxspanUnitUnknown', {
      defaultMessage: 'There is no unit of time {unit}. The units are {units}.',
      values: { unit, units },
    }),
  maxspan_not_whole: (translate, { found = '' }) =>
    translate('webServerRce.eql.maxspanNotWhole', {
      defaultMessage: 'A time span is a whole number, not {found}. Use a smaller unit.',
      values: { found },
    }),
  maxspan_not_positive: (translate) =>
    translate('webServerRce.eql.maxspanNotPositive', {
      defaultMessage: 'A time span is greater than zero.',
    }),
  runs_out_of_range: (translate, { found = '', limit = '' }) =>
    translate('webServerRce.eql.runsOutOfRange', {
      defaultMessage: 'A term can stand 1 to {limit} times, not {found} times.',
      values: { found, limit },
    }),
};
