import { server as createServer, type Server } from '@hapi/hapi';
import inert from '@hapi/inert';
import type { Logger } from '@kbn/core/server';
import { i18n } from '@kbn/i18n';
import { toErrorBody } from './to_error_body';
import { findRequestRefusal, type RequestRefusal } from './find_request_refusal';
import { SECURITY_HEADERS } from './security_headers';

/** The one address this host listens on: reachable from this machine alone. */
const ADDRESS = '127.0.0.1';
const MOST_BODY_BYTES = 1024 * 1024;

/** A hapi server, as Kibana's is, that refuses whatever did not come from its own pages or from a local program. */
export const createHttpServer = async ({
  port,
  logger,
}: {
  /** 0: any free one. */
  port: number;
  logger: Logger;
}): Promise<Server> => {
  const server = createServer({
    host: ADDRESS,
    port,
    routes: {
      payload: { maxBytes: MOST_BODY_BYTES, allow: 'application/json' },
    },
  });
  await server.register(inert);
  server.ext('onRequest', (request, h) => {
    const { method, path } = request;
    const { headers } = request.raw.req;
    const refusal = findRequestRefusal({ method, path, headers }, Number(server.info.port));
    if (!refusal) return h.continue;
    logger.warn(`${method} ${path}: ${refusal.reason}`);
    const { statusCode, reason } = refusal;
    const body = toErrorBody(statusCode, { message: REFUSAL_SENTENCES[reason]() });
    return h.response(body).code(statusCode).takeover();
  });
  server.ext('onPreResponse', (request, h) => {
    const { response } = request;
    const headers = 'isBoom' in response ? response.output.headers : response.headers;
    Object.assign(headers, { 'cache-control': 'no-store', ...SECURITY_HEADERS, ...headers });
    return h.continue;
  });
  return server;
};

const REFUSAL_SENTENCES: Record<RequestRefusal['reason'], () => string> = {
  foreign_host: () =>
    i18n.translate('webServerRce.standalone.refusal.foreignHost', {
      defaultMessage:
        'This server answers only under 127.0.0.1, localhost and [::1]. Open it under one of these names, with its port.',
    }),
  foreign_origin: () =>
    i18n.translate('webServerRce.standalone.refusal.foreignOrigin', {
      defaultMessage: 'Requests from pages of other sites are refused.',
    }),
  cross_site: () =>
    i18n.translate('webServerRce.standalone.refusal.crossSite', {
      defaultMessage: 'Requests that another site causes are refused.',
    }),
  missing_xsrf_header: () =>
    i18n.translate('webServerRce.standalone.refusal.missingXsrfHeader', {
      defaultMessage: 'The request must carry a kbn-xsrf header.',
    }),
};
