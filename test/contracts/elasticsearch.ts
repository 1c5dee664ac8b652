import { Client, type estypes } from '@elastic/elasticsearch';
import type { ElasticsearchClient } from '@kbn/core/server';
import { describe } from 'vitest';
import { toLineClient } from '../doubles/elasticsearch/line_client';

/** An Elasticsearch whose `logs-*`, `endgame-*` and alerts indices may be deleted, without templates for them. */
const address = process.env['ELASTICSEARCH_URL'];

const NOT_SET = 'skipped: ELASTICSEARCH_URL is not set, so no Elasticsearch was asked';

/** `describe` for what needs an Elasticsearch: without one it is skipped, and says so. */
export const describeInElasticsearch = (
  name: string,
  tests: (elasticsearch: Elasticsearch) => void
): void => {
  if (address === undefined) {
    console.warn(`${name}: ${NOT_SET}.`);
    describe.skip(`${name} (${NOT_SET})`, () => tests(createElasticsearch('http://unset.invalid')));
  } else {
    describe(name, () => tests(createElasticsearch(address)));
  }
};

export interface IndexedDocument {
  readonly index: string;
  readonly id: string;
  readonly source: object;
}

export interface Elasticsearch {
  /** As the adapters are given it; what it writes is found by the next search. */
  readonly client: ElasticsearchClient;
  /** Deletes an index with all it holds and makes it anew. */
  createAnew(index: string, definition: IndexDefinition): Promise<void>;
  /** Writes documents so that the next search sees them. */
  index(documents: readonly IndexedDocument[]): Promise<void>;
}

type IndexDefinition = Pick<estypes.IndicesCreateRequest, 'aliases' | 'mappings'>;

/** The client of 8.12 is answered by Elasticsearch 8 and 9. */
const createElasticsearch = (url: string): Elasticsearch => {
  const client = new Client({ node: url });
  return {
    client: {
      ...toLineClient(client),
      bulk: (request, options) => client.bulk({ ...request, refresh: true }, options),
    },
    async createAnew(index, definition) {
      await client.indices.delete({ index, ignore_unavailable: true });
      await client.indices.create({ index, ...definition });
    },
    async index(documents) {
      if (documents.length === 0) return;
      const operations = documents.flatMap(({ index, id, source }) => [
        { create: { _index: index, _id: id } },
        source,
      ]);
      await client.bulk({ operations, refresh: true });
    },
  };
};
