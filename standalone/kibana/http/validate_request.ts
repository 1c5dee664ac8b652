import type { Request } from '@hapi/hapi';
import type {
  KibanaRequest,
  RouteConfig,
  RouteValidationFunction,
  RouteValidationResultFactory,
} from '@kbn/core/server';

export type ValidatedRequest<P, Q, B> =
  | { readonly kind: 'valid'; readonly request: KibanaRequest<P, Q, B> }
  | { readonly kind: 'invalid'; readonly message: string };

/** Runs a route's validation functions as Kibana does: the first part that fails names the problem, a part without a function is `{}`. */
export const validateRequest = <P, Q, B>(
  { params, query, payload, raw }: Request,
  validate: RouteConfig<P, Q, B>['validate']
): ValidatedRequest<P, Q, B> => {
  const problems: string[] = [];
  const check = <T>(
    part: 'params' | 'query' | 'body',
    value: unknown,
    validation: RouteValidationFunction<T> | undefined
  ): T => {
    if (!validation) return {} as T;
    const result = validation(value, RESULTS);
    if (result.error === undefined) return result.value as T;
    problems.push(`[request ${part}]: ${toMessage(result.error)}`);
    return {} as T;
  };
  const request = {
    params: check('params', params, validate.params),
    query: check('query', query, validate.query),
    body: check('body', payload, validate.body),
    headers: raw.req.headers,
  };
  const [message] = problems;
  return message === undefined ? { kind: 'valid', request } : { kind: 'invalid', message };
};

const RESULTS: RouteValidationResultFactory = {
  ok: (value) => ({ value }),
  badRequest: (message) => ({ error: message }),
};

const toMessage = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
