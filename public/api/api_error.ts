import { i18n } from '@kbn/i18n';
import { ZodError } from 'zod';
import { ERROR_CODES, type ErrorCode } from '../../common/errors/error_code';
import { toErrorSentence } from '../../common/errors/error_sentence';

type Values = Readonly<Record<string, string | number>>;

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
  const attributes = isObject(body['attributes']) ? body['attributes'] : {};
  const status = isObject(error['response']) ? Number(error['response']['status']) : undefined;
  const code = ERROR_CODES.find((known) => known === attributes['code']);
  if (code !== undefined) {
    const sentence = toErrorSentence(code, toValues(attributes['values']), i18n.translate);
    return new ApiError(sentence, status, code, { cause });
  }
  return new ApiError(toSentence(status, body['message']), status, undefined, { cause });
};

const toValues = (values: unknown): Values =>
  Object.fromEntries(
    Object.entries(isObject(values) ? values : {}).map(([name, value]) => [
      name,
      typeof value === 'number' ? value : String(value),
    ])
  );

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
