import type { AlertingServerStart } from '@kbn/alerting-plugin/server';
import type { IRouter, Logger } from '@kbn/core/server';
import type { Locale } from '../../common/i18n/locale';
import type { Adapters } from '../ports/adapters';
import { registerFindAlerts } from './find_alerts';
import { registerGetAlert } from './get_alert';
import { registerGetGuide } from './get_guide';
import { registerGetRule } from './get_rule';
import { registerSetAlertStatus } from './set_alert_status';
import { registerSetRuleEnabled } from './set_rule_enabled';
import { registerSetRuleParams } from './set_rule_params';

/** What routes work with. */
export interface RouteDependencies {
  readonly router: IRouter;
  readonly adapters: Adapters;
  getAlerting(): Promise<AlertingServerStart>;
  /** Language the rule is created in. */
  readonly locale: Locale;
  readonly logger: Logger;
}

/** Every endpoint of `/internal/web_server_rce`; each stands in the file of its name. */
export const registerRoutes = (dependencies: RouteDependencies): void => {
  registerFindAlerts(dependencies);
  registerGetAlert(dependencies);
  registerSetAlertStatus(dependencies);
  registerGetGuide(dependencies);
  registerGetRule(dependencies);
  registerSetRuleEnabled(dependencies);
  registerSetRuleParams(dependencies);
};
