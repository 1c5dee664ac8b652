import { PLUGIN_ID } from '../../common/product';
import { createHttp } from './http';
import { loadLanguage } from './language';
import { getSession } from './get_session';
import { findSecret, redeemLink } from './session_secret';
import { createTheme } from './theme';

const APP_ROUTE = `/app/${PLUGIN_ID}`;

/**
 * The browser half without Kibana. This module is small: it asks for the session while all that draws, which is large, is set up.
 * The locked page is loaded too, since a host that was started anew may have no such file any more when it is needed.
 */
const start = async (): Promise<void> => {
  if (!window.location.pathname.startsWith(APP_ROUTE)) {
    window.history.replaceState(null, '', APP_ROUTE + window.location.hash);
  }
  const loading = Promise.all([
    import('./draw_locked_page'),
    import('./open_page'),
    import('../../public/app/mount_app'),
  ]);
  const theme = createTheme();
  let drawLocked: (() => void) | undefined;
  let isUnknown = false;
  const lock = (): void => {
    isUnknown = true;
    drawLocked?.();
  };
  const fetchUrl = window.fetch.bind(window);
  await redeemLink(createHttp({ fetchUrl, findSecret, onUnknown: () => undefined }));
  const http = createHttp({ fetchUrl, findSecret, onUnknown: lock });
  const session = await getSession(http).catch((error: unknown) => {
    if (isUnknown) return undefined;
    throw error;
  });
  const language = await loadLanguage(session?.locale);
  const [{ drawLockedPage }, { openPage }] = await loading;
  drawLocked = () => drawLockedPage({ theme, ...language });
  if (session === undefined) return lock();
  await openPage({ http, session, theme, language, appRoute: APP_ROUTE });
};

void start();
