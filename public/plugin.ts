import type { CoreSetup } from '@kbn/core/public';
import { i18n } from '@kbn/i18n';
import type { TriggersActionsUiSetup } from '@kbn/triggers-actions-ui-plugin/public';
import { PLUGIN_ID } from '../common/product';
import type { StartPlugins } from './app/start_plugins';
import { createRuleTypeModel } from './rule_type/create_rule_type_model';

interface SetupPlugins {
  /** Absent where an administrator switched Kibana's page of rules off. */
  triggersActionsUi?: TriggersActionsUiSetup;
}

/**
 * Registers the app, and our rules with Kibana's page of rules. This file is on every page of Kibana, so everything that draws is loaded when the app is opened.
 */
export class BrowserPlugin {
  private readonly kibanaVersion: string;

  constructor(kibanaVersion: string) {
    this.kibanaVersion = kibanaVersion;
  }

  setup(core: CoreSetup<StartPlugins>, { triggersActionsUi }: SetupPlugins): object {
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
        return mountApp(coreStart, { kibanaVersion: this.kibanaVersion, plugins }, parameters);
      },
    });
    triggersActionsUi?.ruleTypeRegistry.register(
      createRuleTypeModel(core.http.basePath.prepend(`/app/${PLUGIN_ID}`))
    );
    return {};
  }

  start(): object {
    return {};
  }
}
