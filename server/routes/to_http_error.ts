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
  const known = error instanceof DomainError ? error : findRefusal(error);
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

/** What Kibana's own clients refuse, by status; they say why in words of their own. */
const REFUSALS = new Map([
  [400, 'refused_invalid'],
  [403, 'not_authorized'],
  [404, 'refused_missing'],
  [409, 'refused_conflict'],
] as const);

const findRefusal = (error: unknown): DomainError | undefined => {
  if (!(error instanceof Error)) return undefined;
  const status = findRefusalStatus(error);
  const code = [...REFUSALS].find(([refused]) => refused === status)?.[1];
  // Our sentence goes on behind it.
  const reason = error.message.replace(/\.\s*$/, '');
  return code && new DomainError(code, { reason }, { cause: error });
};

const toLog = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `${error.stack ?? error.message}${cause}`;
};
