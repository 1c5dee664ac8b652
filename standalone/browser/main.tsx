import { createBrowserHistory } from 'history';
import { PLUGIN_ID } from '../../common/product';
import { plugin } from '../../public/index';
import { createApplication } from './application';
import { createBrowserCore } from './create_browser_core';
import { drawLockedPage } from './draw_locked_page';
import { createHttp } from './http';
import { loadLanguage, type Language } from './language';
import { drawPage } from './page';
import { getSession } from './get_session';
import { findSecret, redeemLink } from './session_secret';
import { createTheme } from './theme';
import { createToastBoard } from './toast_board';

/** The Kibana whose EUI this page has. */
const DRAWS_LIKE = '9.4.0';
const APP_ROUTE = `/app/${PLUGIN_ID}`;

/** The browser half without Kibana: makes the slice of Kibana's core, then sets up and opens the plugin unchanged. */
const start = async (): Promise<void> => {
  if (!window.location.pathname.startsWith(APP_ROUTE)) {
    window.history.replaceState(null, '', APP_ROUTE + window.location.hash);
  }
  const theme = createTheme();
  let language: Language | undefined;
  let isUnknown = false;
  const lock = (): void => {
    isUnknown = true;
    if (language !== undefined) drawLockedPage({ theme, ...language });
  };
  const fetchUrl = window.fetch.bind(window);
  await redeemLink(createHttp({ fetchUrl, findSecret, onUnknown: () => undefined }));
  const http = createHttp({ fetchUrl, findSecret, onUnknown: lock });
  const session = await getSession(http).catch((error: unknown) => {
    if (isUnknown) return undefined;
    throw error;
  });
  language = await loadLanguage(session?.locale);
  if (session === undefined) return lock();
  const toastBoard = createToastBoard();
  const core = createBrowserCore({
    http,
    session,
    theme,
    toastBoard,
    euiMessages: language.euiMessages,
  });
  const application = createApplication();
  plugin({ env: { packageInfo: { version: DRAWS_LIKE } } }).setup(
    {
      application,
      http: { basePath: { prepend: (path) => path } },
      getStartServices: () =>
        Promise.resolve([core, { osquery: { isOsqueryAvailable: () => true } }, {}]),
    },
    {}
  );
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no element #root.');
  const appElement = drawPage(root, {
    core,
    theme,
    toastBoard,
    locale: language.locale,
    isRecording: session.holdsRecording,
  });
  await application.get(PLUGIN_ID).mount({
    element: appElement,
    history: createBrowserHistory({ basename: APP_ROUTE }),
    theme$: theme.theme$,
  });
};

void start();
