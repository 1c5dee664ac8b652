import { STATUS_CODES } from 'node:http';

export interface ErrorBody {
  readonly statusCode: number;
  /** Name of the status, e.g. `Bad Request`. */
  readonly error: string;
  readonly message: string;
  readonly attributes?: Record<string, unknown>;
}

/** An error answer in Kibana's shape. */
export const toErrorBody = (
  statusCode: number,
  body: Pick<ErrorBody, 'message' | 'attributes'>
): ErrorBody => ({ statusCode, error: STATUS_CODES[statusCode] ?? 'Error', ...body });
