import type { CoreSetup } from '@kbn/core/public';
import { i18n } from '@kbn/i18n';
import type { OsqueryPluginStart } from '@kbn/osquery-plugin/public';
import { PLUGIN_ID } from '../common/product';

interface StartPlugins {
  osquery?: OsqueryPluginStart;
}

/**
 * Registers the app. This file is on every page of Kibana, so everything that draws is loaded when the app is opened.
 */
export class BrowserPlugin {
  setup(core: CoreSetup<StartPlugins>): object {
    const title = i18n.translate('webServerRce.app.title', { defaultMessage: 'Web Server RCE' });
    core.application.register({
      id: PLUGIN_ID,
      title,
      appRoute: `/app/${PLUGIN_ID}`,
      category: {
        id: 'securitySolution',
        label: i18n.translate('webServerRce.app.category', { defaultMessage: 'Security' }),
        order: 4000,
        euiIconType: 'logoSecurity',
      },
      euiIconType: 'logoSecurity',
      keywords: ['web shell', 'osquery', 'rce'],
      deepLinks: [
        {
          id: 'alerts',
          title: i18n.translate('webServerRce.app.alertsLink', { defaultMessage: 'Alerts' }),
          path: '/',
        },
      ],
      mount: async (parameters) => {
        const [{ mountApp }, [coreStart, plugins]] = await Promise.all([
          import('./app/mount_app'),
          core.getStartServices(),
        ]);
        return mountApp(coreStart, plugins.osquery !== undefined, parameters);
      },
    });
    return {};
  }

  start(): object {
    return {};
  }
}
