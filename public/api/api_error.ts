import { i18n } from '@kbn/i18n';
import { ZodError } from 'zod';
import { errorAttributesSchema, toErrorSentence, type ErrorCode } from '../../common/errors/errors';

/** Why a request got no answer. The message is a sentence for the reader, in the reader's language. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** HTTP status; undefined when the server was not reached. */
  readonly status: number | undefined;
  /** Known for errors of our own routes only. */
  readonly code: ErrorCode | undefined;

  constructor(message: string, status?: number, code?: ErrorCode, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
    this.code = code;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Reads what Kibana's `http.fetch` rejects with: `response.status`, and a body with `message` and `attributes`. */
export const toApiError = (cause: unknown): ApiError => {
  if (cause instanceof ApiError) return cause;
  if (cause instanceof ZodError)
    return new ApiError(notUnderstood(), undefined, undefined, { cause });
  const error = isObject(cause) ? cause : {};
  const body = isObject(error['body']) ? error['body'] : {};
  const status = isObject(error['response']) ? Number(error['response']['status']) : undefined;
  const known = errorAttributesSchema.safeParse(body['attributes']);
  if (known.success) {
    const { code, values } = known.data;
    const sentence = toErrorSentence(code, values, i18n.translate);
    return new ApiError(sentence, status, code, { cause });
  }
  return new ApiError(toSentence(status, body['message']), status, undefined, { cause });
};

const toSentence = (status: number | undefined, message: unknown): string => {
  if (status === undefined) {
    return i18n.translate('webServerRce.apiError.unreachable', {
      defaultMessage: 'The server could not be reached. Check the connection and try again.',
    });
  }
  return i18n.translate('webServerRce.apiError.answered', {
    defaultMessage: 'The server answered {status}: {message}',
    values: { status: String(status), message: typeof message === 'string' ? message : '–' },
  });
};

const notUnderstood = (): string =>
  i18n.translate('webServerRce.apiError.notUnderstood', {
    defaultMessage:
      'The server answered something this page does not understand. Its version may not fit; reload the page and try again.',
  });
