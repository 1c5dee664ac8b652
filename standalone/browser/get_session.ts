import type { HttpSetup } from '@kbn/core/public';
import { SESSION_PATH, type Session } from '../session/session';

export const getSession = (http: HttpSetup): Promise<Session> => http.fetch<Session>(SESSION_PATH);
