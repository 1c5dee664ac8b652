import type { IRouter } from '@kbn/core/server';
import type { Locale } from '../../common/i18n/locale';

/** What the page needs to know before it draws anything. */
export interface Session {
  readonly locale: Locale;
  readonly capabilities: Readonly<Record<string, Readonly<Record<string, boolean>>>>;
  readonly version: string;
  /** `agent.id` of this machine. */
  readonly agentId: string;
}

export const registerSessionRoute = (router: IRouter, getSession: () => Session): void =>
  router.get(
    { path: '/api/stand_alone/session', validate: {} },
    async (_context, _request, response) => response.ok({ body: getSession() })
  );
