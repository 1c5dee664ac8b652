/** The page's exchange of a link's code for its session's secret. */
export const OPEN_SESSION_PATH = '/api/stand_alone/session/_open';

export interface OpenedSession {
  readonly secret: string;
}
