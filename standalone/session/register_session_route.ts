import type { IRouter } from '@kbn/core/server';
import { SESSION_PATH, type Session } from './session';

export const registerSessionRoute = (router: IRouter, getSession: () => Session): void =>
  router.get({ path: SESSION_PATH, validate: {} }, async (_context, _request, response) =>
    response.ok({ body: getSession() })
  );
