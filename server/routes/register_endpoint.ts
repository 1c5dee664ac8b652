import type { KibanaRequest, RouteValidationFunction } from '@kbn/core/server';
import { i18n } from '@kbn/i18n';
import type { ZodType, ZodTypeDef } from 'zod';
import type { Endpoint } from '../../common/api/endpoint';
import { toErrorSentence } from '../../common/errors/errors';
import { toSchemaProblem } from '../../common/errors/to_schema_problem';
import { toRouteAuthorization } from '../kibana_version';
import type { RouteDependencies } from './route_dependencies';
import { toHttpError } from './to_http_error';

/** Puts an endpoint on the router: checks the request by the endpoint's schemas, authorises it, and words every error. */
export const registerEndpoint = <Params, Query, Body, Response>(
  { router, logger }: Pick<RouteDependencies, 'router' | 'logger'>,
  endpoint: Endpoint<Params, Query, Body, Response>,
  answer: (request: KibanaRequest<Params, Query, Body>) => Promise<Response>
): void => {
  router[endpoint.method]<Params, Query, Body>(
    {
      path: endpoint.path,
      validate: {
        params: toValidation(endpoint.params),
        query: toValidation(endpoint.query),
        ...(endpoint.method === 'post' && { body: toValidation(endpoint.body) }),
      },
      ...toRouteAuthorization(endpoint.privilege),
    },
    async (_context, request, response) => {
      try {
        return response.ok({ body: await answer(request) });
      } catch (error) {
        const { log, ...httpError } = toHttpError(error, i18n.translate);
        if (log !== undefined) logger.error(`${endpoint.method} ${endpoint.path}: ${log}`);
        return response.customError(httpError);
      }
    }
  );
};

const toValidation =
  <T>(schema: ZodType<T, ZodTypeDef, unknown>): RouteValidationFunction<T> =>
  (value, { ok, badRequest }) => {
    const parsed = schema.safeParse(value ?? {});
    if (parsed.success) return ok(parsed.data);
    const problem = toSchemaProblem(parsed.error);
    return badRequest(toErrorSentence('invalid_request', { problem }, i18n.translate));
  };
