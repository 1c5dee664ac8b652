import { i18n } from '@kbn/i18n';
import type {
  NotOneSelectReason,
  UnfillableProblem,
  UnusableReason,
} from '../../common/osquery/filled_query';
import { toVisible } from '../text/split_hidden';

/** Why a query of the guide can't be run for this alert, and what to do about it. */
export const toUnfillableText = (problem: UnfillableProblem): string => {
  switch (problem.code) {
    case 'field_missing':
      return i18n.translate('webServerRce.unfillable.fieldMissing', {
        defaultMessage:
          'The alert has no {fields}. Copy the template below and put a value in its place yourself.',
        values: { fields: problem.fields.map(toVisible).join(', ') },
      });
    case 'value_unusable':
      return i18n.translate('webServerRce.unfillable.valueUnusable', {
        defaultMessage: 'The value {value} of {field} can not stand in this query: {reason}',
        values: {
          value: toVisible(problem.value.slice(0, 200)),
          field: toVisible(problem.field),
          reason: toUnusableText(problem.reason),
        },
      });
    case 'list_not_allowed':
      return i18n.translate('webServerRce.unfillable.listNotAllowed', {
        defaultMessage:
          'The alert has several values of {field}, and this query has room for one. Copy the template below and choose one yourself.',
        values: { field: toVisible(problem.field) },
      });
    case 'not_one_select':
      return i18n.translate('webServerRce.unfillable.notOneSelect', {
        defaultMessage: 'Only a single SELECT is sent to a host, and this is none: {reason}',
        values: { reason: toNotSelectText(problem.reason) },
      });
  }
};

const toUnusableText = (reason: UnusableReason): string => {
  switch (reason) {
    case 'in_identifier':
      return i18n.translate('webServerRce.unfillable.inIdentifier', {
        defaultMessage: 'its place is the name of a table or column.',
      });
    case 'in_comment':
      return i18n.translate('webServerRce.unfillable.inComment', {
        defaultMessage: 'its place is inside a comment.',
      });
    case 'in_blob':
      return i18n.translate('webServerRce.unfillable.inBlob', {
        defaultMessage: 'its place is inside a blob literal.',
      });
    case 'in_pattern':
      return i18n.translate('webServerRce.unfillable.inPattern', {
        defaultMessage: 'it holds wildcards, which the pattern around it would take for its own.',
      });
    case 'characters':
      return i18n.translate('webServerRce.unfillable.characters', {
        defaultMessage: 'it holds characters that SQL can not hold.',
      });
    case 'too_long':
      return i18n.translate('webServerRce.unfillable.tooLong', {
        defaultMessage: 'the query would be longer than 100,000 characters.',
      });
  }
};

const toNotSelectText = (reason: NotOneSelectReason): string => {
  switch (reason) {
    case 'not_select':
      return i18n.translate('webServerRce.unfillable.notSelect', {
        defaultMessage: 'it is empty or does something else.',
      });
    case 'several_statements':
      return i18n.translate('webServerRce.unfillable.severalStatements', {
        defaultMessage: 'it is more than one statement.',
      });
    case 'unclosed':
      return i18n.translate('webServerRce.unfillable.unclosed', {
        defaultMessage: 'a quote or a comment in it is never closed.',
      });
    case 'characters':
      return i18n.translate('webServerRce.unfillable.nul', {
        defaultMessage: 'it holds a NUL character.',
      });
    case 'stray_braces':
      return i18n.translate('webServerRce.unfillable.strayBraces', {
        defaultMessage: 'double braces in it are no placeholder.',
      });
  }
};
