import type { Request, Server } from '@hapi/hapi';
import type { Logger } from '@kbn/core/server';
import { findPeerOwner } from '../access/find_socket_owner';
import { findVisitorOf } from '../access/require_access';
import { isReadingPath } from './is_reading_path';
import type { AuditTrail } from './open_audit_trail';

const LONGEST_BODY = 4000;

/** Writes down who changed a rule or an alert and who ran a query, in the audit trail and in the log. */
export const recordChanges = (
  server: Server,
  { trail, logger, now }: { trail: AuditTrail; logger: Logger; now: () => Date }
): void => {
  server.ext('onPreResponse', (request, h) => {
    const visitor = findVisitorOf(request);
    const { method, path, response, payload } = request;
    if (!visitor || method === 'get' || method === 'head' || isReadingPath(path)) return h.continue;
    const status = 'isBoom' in response ? response.output.statusCode : response.statusCode;
    const user = findUser(request);
    const session = visitor.kind === 'session' ? visitor.id : 'token';
    const outcome = status < 400 ? 'success' : 'failure';
    logger.info(`${method} ${path}: ${status}, by user id ${user ?? 'unknown'}, ${session}`);
    try {
      trail.add({
        '@timestamp': now().toISOString(),
        event: { action: toAction(path), outcome },
        user: { id: user },
        session,
        url: { path },
        http: {
          request: { method, body: (JSON.stringify(payload) ?? '').slice(0, LONGEST_BODY) },
          response: { status_code: status },
        },
      });
    } catch (error) {
      logger.error(`The audit trail could not be written: ${String(error)}`);
    }
    return h.continue;
  });
};

/** Of what the host asks itself there is no connection. */
const findUser = ({ raw }: Request): string | undefined => {
  const { remotePort, localPort } = raw.req.socket;
  const owner =
    remotePort === undefined || localPort === undefined
      ? process.getuid?.()
      : findPeerOwner(localPort, remotePort);
  return owner?.toString();
};

/** `/internal/web_server_rce/rules/ID/_enabled` → `rules/_enabled`, without ids. */
const toAction = (path: string): string =>
  /osquery\/live_queries/.test(path)
    ? 'osquery/live_queries'
    : path
        .replace(/^\/(internal\/web_server_rce|api)\//, '')
        .replace(/^(alerts|rules)\/[^_/][^/]*/, '$1');
