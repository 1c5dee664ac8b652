import type { Request, Server } from '@hapi/hapi';
import type { Logger } from '@kbn/core/server';
import { i18n } from '@kbn/i18n';
import { toErrorBody } from '../kibana/http/to_error_body';
import type { Access, Visitor } from './create_access';
import { findPeerOwner } from './find_socket_owner';

const SCHEME = 'access';
const UNAUTHORIZED = 401;
/** So often at most is it logged that somebody asks without a session: whoever floods the port does not fill the log. */
const QUIET_MS = 60_000;

/**
 * Lets every route answer only those who have a session or the token; a route that is open to all says so by `auth: false`.
 * To be called before any route is added.
 */
export const requireAccess = (
  server: Server,
  { access, logger, now }: { access: Access; logger: Logger; now: () => Date }
): void => {
  const tell = createQuietWarning(logger, now);
  server.auth.scheme(SCHEME, () => ({
    authenticate(request, h) {
      const visitor = access.findVisitor(request.raw.req.headers.authorization);
      if (visitor) return h.authenticated({ credentials: { visitor } });
      tell(request);
      const body = toErrorBody(UNAUTHORIZED, { message: toNoSession() });
      return h.response(body).code(UNAUTHORIZED).takeover();
    },
  }));
  server.auth.strategy(SCHEME, SCHEME);
  server.auth.default(SCHEME);
};

/** Who was let in; undefined on a route that is open to all. */
export const findVisitorOf = ({ auth }: Request): Visitor | undefined =>
  auth.isAuthenticated ? (auth.credentials as { visitor?: Visitor }).visitor : undefined;

const createQuietWarning = (logger: Logger, now: () => Date): ((request: Request) => void) => {
  let quietUntil = -Infinity;
  let unsaid = 0;
  return (request) => {
    const moment = now().getTime();
    if (moment < quietUntil) {
      unsaid += 1;
      return;
    }
    const { remotePort, localPort } = request.raw.req.socket;
    const owner = findPeerOwner(localPort ?? 0, remotePort ?? 0);
    const others = unsaid === 0 ? '' : `, and ${unsaid} more since the last such line`;
    logger.warn(
      `${request.method} ${request.path}: no session, asked by user id ${owner ?? 'unknown'}${others}`
    );
    quietUntil = moment + QUIET_MS;
    unsaid = 0;
  };
};

const toNoSession = (): string =>
  i18n.translate('webServerRce.standalone.refusal.noSession', {
    defaultMessage:
      'This host answers only who opened the link that it printed when it started. For a new link run npm start -- --link, as the user who runs the host.',
  });
