import type { ElasticsearchClient, SearchHit } from '@kbn/core/server';
import { z } from 'zod';
import { EqlError } from '../../../common/eql/errors/eql_error';
import { parseEql } from '../../../common/eql/parse_eql';
import { searchEvents } from '../../../common/eql/search_events';
import { createIndexTest } from '../../../standalone/local/create_index_test';
import { aggregate } from './aggregate';
import { sortDocuments } from './sort_documents';
import type { StoredDocument } from './stored_document';
import { toDocumentTest } from './to_document_test';

/** What a request names that this double does not need to look at. */
const unread = {
  allow_no_indices: z.literal(true).optional(),
  ignore_unavailable: z.literal(true).optional(),
};

const index = z.union([z.string(), z.array(z.string())]).transform((one) => [one].flat());

const requestSchema = z.strictObject({
  ...unread,
  index,
  allow_partial_search_results: z.literal(false).optional(),
  track_total_hits: z.union([z.boolean(), z.number()]).optional(),
  timeout: z.string().optional(),
  query: z.unknown().default({ match_all: {} }),
  size: z.number().default(10),
  sort: z.array(z.record(z.object({ order: z.string() }))).default([]),
  search_after: z.array(z.unknown()).optional(),
  aggs: z.record(z.record(z.unknown())).default({}),
  _source: z.union([z.literal(false), z.array(z.string())]).optional(),
});

const eqlSchema = z.strictObject({
  ...unread,
  index,
  query: z.string(),
  size: z.number(),
  filter: z.unknown(),
  timestamp_field: z.string(),
  result_position: z.literal('head'),
});

/** Lines in pairs: which document, and what of it becomes new. */
const operationsSchema = z.array(
  z.object({
    update: z.object({ _index: z.string(), _id: z.string() }).optional(),
    doc: z.record(z.unknown()).optional(),
  })
);

/** An Elasticsearch in memory. */
export interface MemoryElasticsearch {
  readonly client: ElasticsearchClient;
  /** An index without documents, so that a search of it finds nothing instead of failing; it has another name too. */
  createIndex(name: string, alias?: string): void;
  /** Writes or replaces documents. */
  put(documents: readonly StoredDocument[]): void;
  find(index: string, id: string): StoredDocument | undefined;
}

/** An error as Elasticsearch's client throws it. */
const createResponseError = (statusCode: number, reason: string): Error => {
  const error = { type: 'exception', reason, root_cause: [{ type: 'exception', reason }] };
  return Object.assign(new Error(reason), { statusCode, meta: { statusCode, body: { error } } });
};

/**
 * As much of Elasticsearch as the adapters ask for, so that they go through the same contracts as their doubles on every
 * machine. Answers come late, and documents in no order that anybody asked for.
 */
export const createMemoryElasticsearch = (): MemoryElasticsearch => {
  const indices = new Map<string, Map<string, StoredDocument>>();
  const aliases = new Map<string, string>();
  const listIndices = (patterns: readonly string[]): string[] => {
    const isNamed = createIndexTest(patterns);
    return [...indices.keys()].filter((name) => isNamed(name) || isNamed(aliases.get(name) ?? ''));
  };
  const select = (patterns: readonly string[]): StoredDocument[] =>
    listIndices(patterns)
      .flatMap((name) => [...(indices.get(name)?.values() ?? [])])
      .reverse();

  const client: ElasticsearchClient = {
    async search(params, { signal } = {}) {
      await answerLate(signal);
      const request = requestSchema.parse(params);
      const found = select(request.index).filter(toDocumentTest(request.query));
      const sorted = sortDocuments(found, request.sort, request.search_after);
      return {
        timed_out: false,
        hits: {
          total: { value: found.length, relation: 'eq' },
          hits: sorted.slice(0, request.size).map(({ document, sort }): SearchHit => {
            const { _source, ...place } = document;
            return {
              ...place,
              ...(request._source !== false && { _source: { ..._source } }),
              ...(request.sort.length > 0 && { sort: [...sort] }),
            };
          }),
        },
        aggregations: aggregate(found, request.aggs),
      };
    },
    async bulk(params) {
      await answerLate(undefined);
      const [...lines] = operationsSchema.parse(params.operations);
      for (let place = 0; place < lines.length; place += 2) {
        const { _index, _id } = lines[place]?.update ?? { _index: '', _id: '' };
        const found = indices.get(_index)?.get(_id);
        if (!found) throw createResponseError(404, `no such document [${_id}]`);
        const _source = { ...found._source, ...lines[place + 1]?.doc };
        indices.get(_index)?.set(_id, { ...found, _source });
      }
      return { errors: false, items: [] };
    },
    eql: {
      async search(params, { signal } = {}) {
        await answerLate(signal);
        const { index, query, filter, size, timestamp_field } = eqlSchema.parse(params);
        if (listIndices(index).length === 0)
          throw createResponseError(404, `no such index [${index.join(',')}]`);
        const events = select(index)
          .filter(toDocumentTest(filter))
          .map((hit) => ({ ...hit, index: hit._index, id: hit._id, source: hit._source }));
        const found = askEql(() =>
          searchEvents(parseEql(query), events, { timestampField: timestamp_field })
        );
        return {
          hits: {
            events: found
              .slice(0, size)
              .map(({ _index, _id, _source }) => ({ _index, _id, _source: { ..._source } })),
          },
        };
      },
    },
  };
  const createIndex = (name: string): Map<string, StoredDocument> => {
    const documents = indices.get(name) ?? new Map<string, StoredDocument>();
    indices.set(name, documents);
    return documents;
  };
  return {
    client,
    createIndex(name, alias) {
      createIndex(name);
      if (alias !== undefined) aliases.set(name, alias);
    },
    put(documents) {
      for (const document of documents) createIndex(document._index).set(document._id, document);
    },
    find: (index, id) => indices.get(index)?.get(id),
  };
};

const answerLate = async (signal: AbortSignal | undefined): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 1));
  if (signal?.aborted) throw new Error('Request aborted');
};

const askEql = <T>(ask: () => T): T => {
  try {
    return ask();
  } catch (error) {
    throw error instanceof EqlError ? createResponseError(400, error.message) : error;
  }
};
