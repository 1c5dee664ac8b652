import { DomainError } from '../../common/errors/domain_error';
import type { ErrorCode } from '../../common/errors/error_code';
import { toErrorSentence } from '../../common/errors/error_sentence';
import type { Translate } from '../../common/i18n/translate';
import { findRefusalStatus } from '../find_refusal_status';

const STATUS: Record<ErrorCode, number> = {
  invalid_request: 400,
  rule_invalid: 400,
  not_authorized: 403,
  alert_not_found: 404,
  rule_not_found: 404,
  triage_not_saved: 409,
  internal: 500,
  event_index_missing: 502,
  event_search_failed: 502,
  alert_store_unavailable: 503,
  dependency_missing: 503,
  event_search_timed_out: 504,
};

export interface HttpError {
  readonly statusCode: number;
  /** `attributes` let the browser word the error in its own language. */
  readonly body: {
    readonly message: string;
    readonly attributes: { code: ErrorCode; values: Record<string, string | number> };
  };
  /** What the server's log should keep: set where the answer does not tell the cause. */
  readonly log?: string;
}

/** The one place where errors become HTTP. What was not thrown on purpose tells the caller nothing but where to look. */
export const toHttpError = (error: unknown, translate: Translate): HttpError => {
  const known = error instanceof DomainError ? error : toForbidden(error);
  const { code, values } = known ?? new DomainError('internal');
  const statusCode = STATUS[code];
  return {
    statusCode,
    body: {
      message: toErrorSentence(code, values, translate),
      attributes: { code, values: { ...values } },
    },
    ...(statusCode >= 500 && { log: toLog(error) }),
  };
};

const toForbidden = (error: unknown): DomainError | undefined =>
  error instanceof Error && findRefusalStatus(error) === 403
    ? new DomainError('not_authorized', { reason: error.message }, { cause: error })
    : undefined;

const toLog = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `${error.stack ?? error.message}${cause}`;
};
