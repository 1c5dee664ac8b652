import type { ElasticsearchClient } from '@kbn/core/server';

/** Stands where Kibana hands out its client. The plugin's local ports don't touch it; whatever does, hears so. */
export const createElasticsearchStandIn = (): ElasticsearchClient => {
  const refuse = (): never => {
    throw new Error('There is no Elasticsearch in the stand-alone host.');
  };
  return { search: refuse, bulk: refuse, eql: { search: refuse } };
};
