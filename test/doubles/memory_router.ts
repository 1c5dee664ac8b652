import type {
  IRouter,
  KibanaRequest,
  KibanaResponse,
  RequestHandler,
  RouteConfig,
} from '@kbn/core/server';

interface Call {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
}

interface Route {
  readonly config: RouteConfig<unknown, unknown, unknown>;
  readonly call: (call: Call) => Promise<KibanaResponse>;
}

/** A router that keeps its routes, validates as Kibana does and calls a handler without HTTP. */
export const createMemoryRouter = () => {
  const routes = new Map<string, Route>();
  const add =
    (method: 'get' | 'post') =>
    <P, Q, B>(config: RouteConfig<P, Q, B>, handler: RequestHandler<P, Q, B>): void => {
      const call = async ({ params = {}, query = {}, body }: Call): Promise<KibanaResponse> => {
        const parts = {
          params: validate(config.validate.params, params),
          query: validate(config.validate.query, query),
          body: validate(config.validate.body, body),
        };
        const problem = Object.values(parts).find(({ error }) => error !== undefined);
        if (problem) return { status: 400, payload: problem.error };
        const request: KibanaRequest<P, Q, B> = {
          params: parts.params.value as P,
          query: parts.query.value as Q,
          body: parts.body.value as B,
          headers: {},
        };
        return handler({}, request, {
          ok: (options) => ({ status: 200, payload: options?.body }),
          customError: ({ statusCode, body }) => ({ status: statusCode, payload: body }),
        });
      };
      routes.set(`${method} ${config.path}`, { config, call });
    };
  const router: IRouter = { get: add('get'), post: add('post') };
  return { router, routes };
};

const validate = (
  validation: RouteConfig<unknown, unknown, unknown>['validate']['body'],
  value: unknown
): { value?: unknown; error?: unknown } =>
  validation
    ? validation(value, {
        ok: (valid) => ({ value: valid }),
        badRequest: (message) => ({ error: message }),
      })
    : { value: {} };
