import { DomainError } from '../../common/errors/domain_error';
import { ERRORS, toErrorSentence, type ErrorAttributes } from '../../common/errors/errors';
import type { Translate } from '../../common/i18n/translate';
import { findRefusalStatus } from '../find_refusal_status';

export interface HttpError {
  readonly statusCode: number;
  /** `attributes` let the browser word the error in its own language. */
  readonly body: {
    readonly message: string;
    readonly attributes: ErrorAttributes;
  };
  /** What the server's log should keep: set where the answer does not tell the cause. */
  readonly log?: string;
}

/** The one place where errors become HTTP. What was not thrown on purpose tells the caller nothing but where to look. */
export const toHttpError = (error: unknown, translate: Translate): HttpError => {
  const known = error instanceof DomainError ? error : toForbidden(error);
  const { code, values } = known ?? new DomainError('internal', {});
  const statusCode = ERRORS[code].status;
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
