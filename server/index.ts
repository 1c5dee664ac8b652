import type { PluginInitializerContext } from '@kbn/core/server';
import {
  createElasticAdapters,
  type ElasticSetupDependencies,
  type ElasticStartDependencies,
} from './elastic/create_elastic_adapters';
import { ServerPlugin } from './plugin';

/** Kibana's composition root: the plugin on Elasticsearch and Kibana's own services. */
export const plugin = (
  context: PluginInitializerContext
): ServerPlugin<ElasticStartDependencies, ElasticSetupDependencies> =>
  new ServerPlugin(context, createElasticAdapters, () => new Date());
