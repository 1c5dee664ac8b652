import type { AlertingServerStart } from '@kbn/alerting-plugin/server';
import type { IRouter, Logger } from '@kbn/core/server';
import type { Locale } from '../../common/i18n/locale';
import type { Adapters } from '../ports/adapters';

/** What routes work with. */
export interface RouteDependencies {
  readonly router: IRouter;
  readonly adapters: Adapters;
  getAlerting(): Promise<AlertingServerStart>;
  /** Language the rule is created in. */
  readonly locale: Locale;
  readonly logger: Logger;
  readonly now: () => Date;
}
