import type { CoreStart, HttpSetup } from '@kbn/core/public';
import { EuiThemeAndTexts } from './eui_theme_and_texts';
import type { Session } from '../session/session';
import type { Theme } from './theme';
import type { ToastBoard } from './toast_board';

/** The slice of Kibana's browser core that the plugin calls. */
export const createBrowserCore = ({
  http,
  session,
  theme,
  toastBoard,
  euiMessages,
}: {
  http: HttpSetup;
  session: Session;
  theme: Theme;
  toastBoard: ToastBoard;
  euiMessages: Readonly<Record<string, string>>;
}): Required<CoreStart> => ({
  http,
  application: {
    capabilities: session.capabilities,
    getUrlForApp: (appId, { path = '' } = {}) => `/app/${appId}${path}`,
  },
  chrome: {
    // One app, one place: the title of the tab says where one is.
    setBreadcrumbs: () => undefined,
    docTitle: {
      change: (title) => {
        document.title = [title, 'Web Server RCE'].flat().join(' - ');
      },
    },
  },
  i18n: { Context: ({ children }) => <>{children}</> },
  notifications: { toasts: toastBoard },
  theme: { theme$: theme.theme$ },
  uiSettings: { get: <T,>(key: string): T => SETTINGS[key] as T },
  rendering: {
    addContext: (element) => (
      <EuiThemeAndTexts theme$={theme.theme$} messages={euiMessages}>
        {element}
      </EuiThemeAndTexts>
    ),
  },
});

const SETTINGS: Readonly<Record<string, unknown>> = { 'dateFormat:tz': 'Browser' };
