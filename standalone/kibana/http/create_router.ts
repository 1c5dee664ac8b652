import type { Server } from '@hapi/hapi';
import type {
  IRouter,
  KibanaResponse,
  KibanaResponseFactory,
  Logger,
  RequestHandler,
  RouteConfig,
} from '@kbn/core/server';
import { toErrorBody } from './to_error_body';
import { validateRequest } from './validate_request';

/** Kibana's router over hapi, which is under Kibana's own router too: same paths, same validation functions, same error bodies. */
export const createRouter = (server: Server, logger: Logger): IRouter => {
  const register =
    (method: 'get' | 'post') =>
    <P, Q, B>({ path, validate }: RouteConfig<P, Q, B>, handler: RequestHandler<P, Q, B>): void =>
      server.route({
        method,
        path,
        handler: async (hapiRequest, h) => {
          const answer = async (): Promise<KibanaResponse> => {
            const validated = validateRequest(hapiRequest, validate);
            if (validated.kind === 'invalid') return toError(400, { message: validated.message });
            return handler({}, validated.request, RESPONSES);
          };
          const { status, payload } = await answer().catch((error: unknown) => {
            logger.error(`${method} ${path}: ${toLogText(error)}`);
            return toError(500, { message: 'An internal server error occurred.' });
          });
          return h.response(payload as object).code(status);
        },
      });
  return { get: register('get'), post: register('post') };
};

const toError = (
  statusCode: number,
  body: { message: string; attributes?: Record<string, unknown> }
): KibanaResponse => ({ status: statusCode, payload: toErrorBody(statusCode, body) });

const RESPONSES: KibanaResponseFactory = {
  ok: ({ body } = {}) => ({ status: 200, payload: body }),
  customError: ({ statusCode, body }) => toError(statusCode, body),
};

const toLogText = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
