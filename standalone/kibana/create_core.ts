import type { AlertingServerStart } from '@kbn/alerting-plugin/server';
import type { CoreSetup, IRouter } from '@kbn/core/server';
import { i18n } from '@kbn/i18n';
import { createElasticsearchStandIn } from './create_elasticsearch_stand_in';

interface CoreOptions {
  readonly router: IRouter;
  readonly alerting: AlertingServerStart;
}

/** The slice of Kibana's core this plugin's server half uses. */
export const createCore = ({
  router,
  alerting,
}: CoreOptions): CoreSetup<{ alerting: AlertingServerStart }> => ({
  http: { createRouter: () => router },
  i18n: { getLocale: () => i18n.getLocale() },
  getStartServices: async () => [
    { elasticsearch: { client: { asInternalUser: createElasticsearchStandIn() } } },
    { alerting },
    {},
  ],
});
