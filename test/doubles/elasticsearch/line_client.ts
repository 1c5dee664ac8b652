import type { Client } from '@elastic/elasticsearch';
import type { UserElasticsearchClient } from '@kbn/core/server';

/**
 * Elastic's own client as the slice of it that adapters call. Compiled against 8.12 and against 9.x: what it hands on is what
 * both take and give.
 */
export const toLineClient = (client: Client): UserElasticsearchClient => ({
  eql: client.eql,
  security: client.security,
  bulk: (params, options) => client.bulk(params, options),
  fieldCaps: (params, options) => client.fieldCaps(params, options),
  async search(params, options) {
    const { hits, ...answer } = await client.search<
      Record<string, unknown>,
      Record<string, unknown>
    >(params, options);
    // 9.x declares ids as optional: a search without stored fields has none. No search of ours is one.
    return {
      ...answer,
      hits: { ...hits, hits: hits.hits.map((hit) => ({ ...hit, _id: String(hit._id) })) },
    };
  },
});
