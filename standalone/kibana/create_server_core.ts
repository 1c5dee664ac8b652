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
  http: { createRouter: () => router, basePath: {} },
  // The plugin's ports are on local things here: nobody asks for Kibana's own.
  savedObjects: { registerType: () => unused() },
  getStartServices: async () => [
    {
      elasticsearch: { client: { asScoped: unused } },
      savedObjects: { getScopedClient: unused, createInternalRepository: unused },
      capabilities: { resolveCapabilities: unused },
    },
    { alerting },
    {},
  ],
});

const unused = (): never => {
  throw new Error('This host keeps its records without saved objects and Elasticsearch.');
};
