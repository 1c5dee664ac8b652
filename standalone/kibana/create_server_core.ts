import type { AlertingServerStart } from '@kbn/alerting-plugin/server';
import type { CoreSetup, IRouter } from '@kbn/core/server';

interface CoreOptions {
  readonly router: IRouter;
  readonly alerting: AlertingServerStart;
}

/** The slice of Kibana's core this plugin's server half uses. */
export const createServerCore = ({
  router,
  alerting,
}: CoreOptions): CoreSetup<{ alerting: AlertingServerStart }> => ({
  http: { createRouter: () => router },
  getStartServices: async () => [{}, { alerting }, {}],
});
