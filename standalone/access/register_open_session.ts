import type { Server } from '@hapi/hapi';
import { i18n } from '@kbn/i18n';
import { z } from 'zod';
import { toErrorBody } from '../kibana/http/to_error_body';
import { CODE_LIFETIME_MS } from './access_code';
import type { Access } from './create_access';
import { OPEN_SESSION_PATH, type OpenedSession } from './open_session';

const UNAUTHORIZED = 401;
const bodySchema = z.object({ code: z.string().max(200) });

/** The one route beside the page's own files that asks for no session: it opens one. */
export const registerOpenSession = (server: Server, access: Access): void =>
  server.route({
    method: 'post',
    path: OPEN_SESSION_PATH,
    options: { auth: false },
    handler: (request, h) => {
      const body = bodySchema.safeParse(request.payload);
      const secret = body.success ? access.openSession(body.data.code) : undefined;
      if (secret !== undefined) return { secret } satisfies OpenedSession;
      return h.response(toErrorBody(UNAUTHORIZED, { message: toUsedUp() })).code(UNAUTHORIZED);
    },
  });

const toUsedUp = (): string =>
  i18n.translate('webServerRce.standalone.refusal.codeUsed', {
    defaultMessage:
      'This link was opened already, is older than {minutes} minutes, or is of another host. For a new one run npm start -- --link.',
    values: { minutes: CODE_LIFETIME_MS / 60_000 },
  });
