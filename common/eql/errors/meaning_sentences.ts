import type { EqlMeaningErrorCode } from './eql_error_code';
import type { Sentences } from './syntax_sentences';

/** What is wrong with a query that can be read. */
export const meaningSentences: Sentences<EqlMeaningErrorCode> = {
  join_unsupported: (translate) =>
    translate('webServerRce.eql.joinUnsupported', {
      defaultMessage: 'Joins are not supported. A sequence or a sample may do what is meant.',
    }),
  pipe_unsupported: (translate, { pipe = '' }) =>
    translate('webServerRce.eql.pipeUnsupported', {
      defaultMessage: 'The pipe {pipe} is not supported. The pipes are head and tail.',
      values: { pipe },
    }),
  pipe_unknown: (translate, { pipe = '' }) =>
    translate('webServerRce.eql.pipeUnknown', {
      defaultMessage: 'There is no pipe {pipe}. The pipes are head and tail.',
      values: { pipe },
    }),
  pipe_after_sample: (translate) =>
    translate('webServerRce.eql.pipeAfterSample', {
      defaultMessage: 'A sample takes no pipes. Limit its results by size.',
    }),
  pipe_argument_invalid: (translate, { pipe = '' }) =>
    translate('webServerRce.eql.pipeArgumentInvalid', {
      defaultMessage: 'The pipe {pipe} takes exactly one whole number that is not negative.',
      values: { pipe },
    }),
  terms_too_few: (translate, { found = '' }) =>
    translate('webServerRce.eql.termsTooFew', {
      defaultMessage: 'Two terms are the least here, found {found}.',
      values: { found },
    }),
  term_missing_in_sample: (translate) =>
    translate('webServerRce.eql.termMissingInSample', {
      defaultMessage: 'A sample has no missing events: ![…] belongs in a sequence.',
    }),
  runs_in_sample: (translate) =>
    translate('webServerRce.eql.runsInSample', {
      defaultMessage: 'A sample has no repetitions: “with runs=” belongs in a sequence.',
    }),
  term_missing_without_maxspan: (translate) =>
    translate('webServerRce.eql.termMissingWithoutMaxspan', {
      defaultMessage: 'A sequence with missing events needs a time span (with maxspan=…).',
    }),
  terms_all_missing: (translate) =>
    translate('webServerRce.eql.termsAllMissing', {
      defaultMessage: 'At least one term must be an event that is there.',
    }),
  until_missing: (translate) =>
    translate('webServerRce.eql.untilMissing', {
      defaultMessage: 'The event that ends a sequence can not be a missing one, nor be repeated.',
    }),
  key_not_a_field: (translate) =>
    translate('webServerRce.eql.keyNotAField', {
      defaultMessage: 'Only a field can be a key.',
    }),
  keys_differ_in_number: (translate, { expected = '', found = '' }) =>
    translate('webServerRce.eql.keysDifferInNumber', {
      defaultMessage: 'All terms need the same number of keys: expected {expected}, found {found}.',
      values: { expected, found },
    }),
  keys_of_different_types: (translate, { expected = '', found = '' }) =>
    translate('webServerRce.eql.keysOfDifferentTypes', {
      defaultMessage:
        'Keys are equal only if they have one type: expected {expected}, found {found}.',
      values: { expected, found },
    }),
  keys_required: (translate) =>
    translate('webServerRce.eql.keysRequired', {
      defaultMessage: 'A sample needs at least one key (by …).',
    }),
  function_unknown: (translate, { name = '' }) =>
    translate('webServerRce.eql.functionUnknown', {
      defaultMessage: 'There is no function {name}.',
      values: { name },
    }),
  function_argument_count: (translate, { name = '', least = '', most = '', found = '' }) =>
    most === ''
      ? translate('webServerRce.eql.functionArgumentsMissing', {
          defaultMessage: '{name} takes at least {least} argument(s), found {found}.',
          values: { name, least, found },
        })
      : least === most
        ? translate('webServerRce.eql.functionArgumentCountExact', {
            defaultMessage: '{name} takes {least} argument(s), found {found}.',
            values: { name, least, found },
          })
        : translate('webServerRce.eql.functionArgumentCount', {
            defaultMessage: '{name} takes {least} to {most} arguments, found {found}.',
            values: { name, least, most, found },
          }),
  function_has_no_case: (translate, { name = '' }) =>
    translate('webServerRce.eql.functionHasNoCase', {
      defaultMessage: '{name} does not depend on upper and lower case, so there is no {name}~.',
      values: { name },
    }),
  argument_not_constant: (translate, { name = '' }) =>
    translate('webServerRce.eql.argumentNotConstant', {
      defaultMessage: 'This argument of {name} must be constant.',
      values: { name },
    }),
  type_wrong: (translate, { operator = '', expected = '', found = '' }) =>
    translate('webServerRce.eql.typeWrong', {
      defaultMessage: '{operator} needs a value of type {expected} here, found {found}.',
      values: { operator, expected, found },
    }),
  field_unknown: (translate, { field = '' }) =>
    translate('webServerRce.eql.fieldUnknown', {
      defaultMessage: 'No index has a field {field}. If it may be missing, write ?{field}.',
      values: { field },
    }),
  field_type_unsupported: (translate, { field = '', type = '' }) =>
    translate('webServerRce.eql.fieldTypeUnsupported', {
      defaultMessage: 'The field {field} can not be used, because EQL has no type {type}.',
      values: { field, type },
    }),
  condition_not_boolean: (translate, { found = '' }) =>
    translate('webServerRce.eql.conditionNotBoolean', {
      defaultMessage: 'A condition is true or false, but this is of type {found}.',
      values: { found },
    }),
  comparison_between_fields: (translate, { field = '' }) =>
    translate('webServerRce.eql.comparisonBetweenFields', {
      defaultMessage: 'Fields can be compared with constants only, not with the field {field}.',
      values: { field },
    }),
  list_types_mixed: (translate, { expected = '', found = '' }) =>
    translate('webServerRce.eql.listTypesMixed', {
      defaultMessage: 'All members of a list have one type: expected {expected}, found {found}.',
      values: { expected, found },
    }),
  pattern_not_a_string: (translate, { operator = '' }) =>
    translate('webServerRce.eql.patternNotAString', {
      defaultMessage: '{operator} compares with strings only. Use == for other values.',
      values: { operator },
    }),
  value_not_of_field_type: (translate, { field = '', type = '', found = '' }) =>
    translate('webServerRce.eql.valueNotOfFieldType', {
      defaultMessage: 'The field {field} has type {type}, and {found} is no such value.',
      values: { field, type, found },
    }),
  date_math_unsupported: (translate, { found = '' }) =>
    translate('webServerRce.eql.dateMathUnsupported', {
      defaultMessage:
        'Date math is not supported here: write a date such as "2026-03-01T10:00:00Z" instead of {found}.',
      values: { found },
    }),
  regex_invalid: (translate, { found = '' }) =>
    translate('webServerRce.eql.regexInvalid', {
      defaultMessage: 'The regular expression can not be read at {found}.',
      values: { found },
    }),
  regex_too_complex: (translate) =>
    translate('webServerRce.eql.regexTooComplex', {
      defaultMessage:
        'The regular expressions of the query are too large. Use smaller repetitions or fewer expressions.',
    }),
  division_by_zero: (translate) =>
    translate('webServerRce.eql.divisionByZero', { defaultMessage: 'This divides by zero.' }),
  number_overflow: (translate) =>
    translate('webServerRce.eql.numberOverflow', {
      defaultMessage: 'The result does not fit a number of 64 bits.',
    }),
  number_invalid: (translate, { found = '' }) =>
    translate('webServerRce.eql.numberInvalid', {
      defaultMessage: '{found} can not be read as a number.',
      values: { found },
    }),
  block_invalid: (translate, { found = '' }) =>
    translate('webServerRce.eql.blockInvalid', {
      defaultMessage: '{found} is no block of addresses such as 10.0.0.0/8.',
      values: { found },
    }),
  pipe_in_rule: (translate) =>
    translate('webServerRce.eql.pipeInRule', {
      defaultMessage:
        'A rule takes no pipes: every match becomes an alert. The rule’s alerts per run are its limit.',
    }),
  query_of_other_kind: (translate, { wanted = '' }) =>
    translate('webServerRce.eql.queryOfOtherKind', {
      defaultMessage: 'This is not the kind of query that is wanted here: {wanted}.',
      values: { wanted },
    }),
  events_out_of_order: (translate) =>
    translate('webServerRce.eql.eventsOutOfOrder', {
      defaultMessage: 'The events are not in order of time, although they were said to be.',
    }),
};
