import type { Translate } from '../i18n/translate';
import type { ErrorCode } from './error_code';

type Values = Readonly<Record<string, string | number>>;

/**
 * The sentence of an error, with what to do next, in the language of `translate`.
 * Server and browser both word errors here, so both say the same.
 */
export const toErrorSentence = (code: ErrorCode, values: Values, translate: Translate): string =>
  sentences[code](translate, values);

const sentences: Record<ErrorCode, (translate: Translate, values: Values) => string> = {
  invalid_request: (translate, values) =>
    translate('webServerRce.error.invalidRequest', {
      defaultMessage: 'The request is not valid: {problem}. Correct it and send it again.',
      values: { problem: values['problem'] ?? '' },
    }),
  alert_not_found: (translate, values) =>
    translate('webServerRce.error.alertNotFound', {
      defaultMessage:
        'There is no alert {id}, or you may not see it. Go back to the alerts table, or ask for read access to Web Server RCE in this space.',
      values: { id: values['id'] ?? '' },
    }),
  alert_store_unavailable: (translate, values) =>
    translate('webServerRce.error.alertStoreUnavailable', {
      defaultMessage: 'The stored alerts can not be reached: {reason}. Try again in a moment.',
      values: { reason: values['reason'] ?? '' },
    }),
  event_index_missing: (translate, values) =>
    translate('webServerRce.error.eventIndexMissing', {
      defaultMessage:
        'No index matches the rule’s index patterns ({patterns}), so there was nothing to search. Install the Elastic Defend integration, or correct the patterns, and check that the rule’s API key may read those indices.',
      values: { patterns: values['patterns'] ?? '' },
    }),
  event_search_failed: (translate, values) =>
    translate('webServerRce.error.eventSearchFailed', {
      defaultMessage:
        'The EQL search for events failed: {reason}. Check the rule’s query and index patterns, and that the rule’s API key may read those indices.',
      values: { reason: values['reason'] ?? '' },
    }),
  event_search_timed_out: (translate) =>
    translate('webServerRce.error.eventSearchTimedOut', {
      defaultMessage:
        'The EQL search for events took too long and was stopped. The same period is searched again by the next run.',
    }),
  rule_not_found: (translate) =>
    translate('webServerRce.error.ruleNotFound', {
      defaultMessage: 'The rule does not exist in this space yet. Enable it to create it.',
    }),
  rule_invalid: (translate, values) =>
    translate('webServerRce.error.ruleInvalid', {
      defaultMessage: 'The rule can not be saved: {problem}',
      values: { problem: values['problem'] ?? '' },
    }),
  not_authorized: (translate, values) =>
    translate('webServerRce.error.notAuthorized', {
      defaultMessage:
        'You may not do this: {reason}. Ask an administrator for the privilege “All” of Web Server RCE in this space.',
      values: { reason: values['reason'] ?? '' },
    }),
  triage_not_saved: (translate) =>
    translate('webServerRce.error.triageNotSaved', {
      defaultMessage:
        'Others are changing this alert at the same moment, so your change was not kept. Try again.',
    }),
  dependency_missing: (translate, values) =>
    translate('webServerRce.error.dependencyMissing', {
      defaultMessage:
        'The Kibana plugin {dependency} is missing or disabled. Enable it and restart Kibana.',
      values: { dependency: values['dependency'] ?? '' },
    }),
  internal: (translate) =>
    translate('webServerRce.error.internal', {
      defaultMessage: 'Something went wrong in Web Server RCE. The server’s log says what.',
    }),
};
