import type { HttpSetup } from '@kbn/core/public';
import { findStored, store } from '../../public/app/stored_value';
import { OPEN_SESSION_PATH, type OpenedSession } from '../access/open_session';

/** Kept by this origin, port included, so that a tab opened later has it. A cookie would go to every port of 127.0.0.1. */
export const SECRET_KEY = 'webServerRce.secret';

export const findSecret = (): string | undefined => {
  const secret = findStored(SECRET_KEY);
  return typeof secret === 'string' ? secret : undefined;
};

const CODE = /^#code=([\w.-]+)$/;

/**
 * Where the address is a link with a code, exchanges it for a secret. The code leaves the address at once: it must not stand in
 * the history. A code that is used up is no failure here, since this browser may have a secret from before.
 */
export const redeemLink = async (http: HttpSetup): Promise<void> => {
  const { hash, pathname, search } = window.location;
  const [, code] = CODE.exec(hash) ?? [];
  if (code === undefined) return;
  window.history.replaceState(null, '', pathname + search);
  try {
    const body = JSON.stringify({ code });
    const { secret } = await http.fetch<OpenedSession>(OPEN_SESSION_PATH, { method: 'POST', body });
    store(SECRET_KEY, secret);
  } catch {
    // The next request says whether this browser may talk to the host.
  }
};
