import type { Capabilities, HttpSetup } from '@kbn/core/public';

/** What the stand-alone server says about itself and the one who looks. */
export interface Session {
  /** Language tag the server writes alerts in, if it was given one. */
  readonly locale?: string;
  readonly capabilities: Capabilities;
  readonly version: string;
}

export const getSession = (http: HttpSetup): Promise<Session> =>
  http.fetch<Session>('/api/stand_alone/session');
