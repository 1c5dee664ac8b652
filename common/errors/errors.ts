/**
 * Everything that can go wrong on purpose, one entry each: the HTTP status it becomes, the values its sentence needs,
 * and the sentence. Routes, rule runs and page all read this table, so none can word or number an error differently.
 */
import { z } from 'zod';
import type { Translate } from '../i18n/translate';

/** Declares one error. The compiler takes the names of its values for those its sentence has and its thrower must give. */
const createError = <const Names extends readonly string[]>(
  status: number,
  names: Names,
  word: (translate: Translate, values: Readonly<Record<Names[number], string>>) => string
) => ({
  status,
  names,
  /** A value that another version of the other side did not send is empty. */
  toSentence: (translate: Translate, values: Readonly<Record<string, string>>): string =>
    word(translate, pickNames(names, values)),
});

const pickNames = <Name extends string>(
  names: readonly Name[],
  values: Readonly<Record<string, string>>
): Readonly<Record<Name, string>> =>
  Object.fromEntries(names.map((name) => [name, values[name] ?? ''])) as Record<Name, string>;

export const ERRORS = {
  invalid_request: createError(400, ['problem'], (translate, { problem }) =>
    translate('webServerRce.error.invalidRequest', {
      defaultMessage: 'The request is not valid: {problem}. Correct it and send it again.',
      values: { problem },
    })
  ),
  alert_not_found: createError(404, ['id'], (translate, { id }) =>
    translate('webServerRce.error.alertNotFound', {
      defaultMessage:
        'There is no alert {id}, or you may not see it. Go back to the alerts table, or ask for read access to Web Server RCE in this space.',
      values: { id },
    })
  ),
  alert_store_unavailable: createError(503, ['reason'], (translate, { reason }) =>
    translate('webServerRce.error.alertStoreUnavailable', {
      defaultMessage: 'The stored alerts can not be reached: {reason}. Try again in a moment.',
      values: { reason },
    })
  ),
  event_index_missing: createError(502, ['patterns'], (translate, { patterns }) =>
    translate('webServerRce.error.eventIndexMissing', {
      defaultMessage:
        'No index matches the rule’s index patterns ({patterns}), so there was nothing to search. Install the Elastic Defend integration, or correct the patterns, and check that the rule’s API key may read those indices.',
      values: { patterns },
    })
  ),
  event_search_failed: createError(502, ['reason'], (translate, { reason }) =>
    translate('webServerRce.error.eventSearchFailed', {
      defaultMessage:
        'The EQL search for events failed: {reason}. Check the rule’s query and index patterns, and that the rule’s API key may read those indices.',
      values: { reason },
    })
  ),
  event_search_timed_out: createError(504, [], (translate) =>
    translate('webServerRce.error.eventSearchTimedOut', {
      defaultMessage:
        'The EQL search for events took too long and was stopped. The same period is searched again by the next run.',
    })
  ),
  rule_not_found: createError(404, [], (translate) =>
    translate('webServerRce.error.ruleNotFound', {
      defaultMessage: 'The rule does not exist in this space yet. Enable it to create it.',
    })
  ),
  rule_invalid: createError(400, ['problem'], (translate, { problem }) =>
    translate('webServerRce.error.ruleInvalid', {
      defaultMessage: 'The rule can not be saved: {problem}',
      values: { problem },
    })
  ),
  too_many_exceptions: createError(400, ['most'], (translate, { most }) =>
    translate('webServerRce.error.tooManyExceptions', {
      defaultMessage:
        'A rule has at most {most} exceptions. Remove those that have expired or hidden nothing, or join some that are alike, and try again.',
      values: { most },
    })
  ),
  refused_invalid: createError(400, ['reason'], (translate, { reason }) =>
    translate('webServerRce.error.refusedInvalid', {
      defaultMessage: 'Kibana refused this: {reason}. Change what it names and try again.',
      values: { reason },
    })
  ),
  refused_missing: createError(404, ['reason'], (translate, { reason }) =>
    translate('webServerRce.error.refusedMissing', {
      defaultMessage:
        'Kibana does not find it any more: {reason}. Somebody may have removed it; load the page again.',
      values: { reason },
    })
  ),
  refused_conflict: createError(409, ['reason'], (translate, { reason }) =>
    translate('webServerRce.error.refusedConflict', {
      defaultMessage:
        'Somebody else changed it at the same moment: {reason}. Load the page again, look at what they did, and try again.',
      values: { reason },
    })
  ),
  not_authorized: createError(403, ['reason'], (translate, { reason }) =>
    translate('webServerRce.error.notAuthorized', {
      defaultMessage:
        'You may not do this: {reason}. Ask an administrator for the privilege “All” of Web Server RCE in this space.',
      values: { reason },
    })
  ),
  live_queries_not_allowed: createError(403, [], (translate) =>
    translate('webServerRce.error.liveQueriesNotAllowed', {
      defaultMessage:
        'Evidence lets a rule run queries on hosts, so only who may run live queries may switch it on. Ask an administrator for the Osquery privilege “Live queries”, or let somebody who has it switch it on.',
    })
  ),
  triage_not_saved: createError(409, [], (translate) =>
    translate('webServerRce.error.triageNotSaved', {
      defaultMessage:
        'Others are changing this alert at the same moment, so your change was not kept. Try again.',
    })
  ),
  runs_not_saved: createError(409, [], (translate) =>
    translate('webServerRce.error.runsNotSaved', {
      defaultMessage:
        'Others are changing what is kept of this rule’s runs at the same moment, so your change was not kept. Try again.',
    })
  ),
  period_not_over: createError(400, ['to'], (translate, { to }) =>
    translate('webServerRce.error.periodNotOver', {
      defaultMessage:
        'The period lasts until {to}, which is still to come. Runs search what is new by themselves; choose a period of the past.',
      values: { to },
    })
  ),
  too_many_pending: createError(400, ['most'], (translate, { most }) =>
    translate('webServerRce.error.tooManyPending', {
      defaultMessage:
        '{most} periods wait for the next run already. Wait until it has taken them up and try again.',
      values: { most },
    })
  ),
  dependency_missing: createError(503, ['dependency'], (translate, { dependency }) =>
    translate('webServerRce.error.dependencyMissing', {
      defaultMessage:
        'The Kibana plugin {dependency} is missing or disabled. Enable it and restart Kibana.',
      values: { dependency },
    })
  ),
  internal: createError(500, [], (translate) =>
    translate('webServerRce.error.internal', {
      defaultMessage: 'Something went wrong in Web Server RCE. The server’s log says what.',
    })
  ),
};

export type ErrorCode = keyof typeof ERRORS;
type NamesOf<Code extends ErrorCode> = (typeof ERRORS)[Code]['names'][number];

/** What the thrower of an error gives for its sentence: exactly the values the table names. */
export type ErrorValues<Code extends ErrorCode> = [NamesOf<Code>] extends [never]
  ? Readonly<Record<string, never>>
  : Readonly<Record<NamesOf<Code>, string>>;

/** The sentence of an error, with what to do next, in the language of `translate`. */
export const toErrorSentence = (
  code: ErrorCode,
  values: Readonly<Record<string, string>>,
  translate: Translate
): string => ERRORS[code].toSentence(translate, values);

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(ERRORS, code);

/** What an answer carries of an error, so that the page can word it in the language of its reader. */
export const errorAttributesSchema = z.object({
  code: z.string().refine(isErrorCode),
  values: z.record(z.coerce.string()).catch({}),
});
export type ErrorAttributes = z.infer<typeof errorAttributesSchema>;
