import type { HttpSetup } from '@kbn/core/public';
import { createBrowserHistory } from 'history';
import { PLUGIN_ID } from '../../common/product';
import { plugin } from '../../public/index';
import type { Session } from '../session/session';
import { createApplication } from './application';
import { createBrowserCore } from './create_browser_core';
import type { Language } from './language';
import { drawPage } from './page';
import type { Theme } from './theme';
import { createToastBoard } from './toast_board';

/** The Kibana whose EUI this page has. */
const DRAWS_LIKE = '9.4.0';

/** Makes the slice of Kibana's core, then sets up and opens the plugin unchanged. */
export const openPage = async ({
  http,
  session,
  theme,
  language,
  appRoute,
}: {
  http: HttpSetup;
  session: Session;
  theme: Theme;
  language: Language;
  appRoute: string;
}): Promise<void> => {
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
  const appElement = document.createElement('div');
  // The app first asks for alerts: what is around it is drawn while they are on their way.
  const mounted = application.get(PLUGIN_ID).mount({
    element: appElement,
    history: createBrowserHistory({ basename: appRoute }),
    theme$: theme.theme$,
  });
  drawPage(root, appElement, {
    core,
    theme,
    toastBoard,
    locale: language.locale,
    isRecording: session.holdsRecording,
  });
  await mounted;
};
