import type { ElasticsearchClient } from '@kbn/core/server';
import { describe } from 'vitest';

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
  readonly client: ElasticsearchClient;
  ask<Answer>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Answer>;
  /** Writes documents so that the next search sees them. */
  index(documents: readonly IndexedDocument[]): Promise<void>;
}

const createElasticsearch = (url: string): Elasticsearch => {
  const ask: Elasticsearch['ask'] = async <Answer>(
    method: string,
    path: string,
    body?: unknown,
    signal?: AbortSignal
  ) => {
    const response = await fetch(new URL(path, url), {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      ...(signal && { signal }),
    });
    const answer: unknown = await response.json();
    if (response.ok) return answer as Answer;
    const { status: statusCode } = response;
    throw Object.assign(new Error(`${method} ${path}: ${JSON.stringify(answer)}`), {
      statusCode,
      meta: { statusCode, body: answer },
    });
  };
  const search =
    (api: string) =>
    <Answer>(
      { index, body, ...query }: Record<string, unknown>,
      { signal }: { signal?: AbortSignal } = {}
    ): Promise<Answer> => {
      const options = new URLSearchParams(
        Object.entries(query).map(([name, value]) => [name, String(value)])
      );
      return ask('POST', `/${String(index)}/${api}?${options.toString()}`, body, signal);
    };
  const bulk = ({ operations }: Record<string, unknown>): Promise<{ errors: boolean }> => {
    const lines = (operations as object[]).map((line) => `${JSON.stringify(line)}\n`);
    return ask('POST', '/_bulk?refresh=true', lines.join(''));
  };
  return {
    client: { search: search('_search'), bulk, eql: { search: search('_eql/search') } },
    ask,
    async index(documents) {
      if (documents.length === 0) return;
      const lines = documents.flatMap(({ index, id, source }) => [
        { create: { _index: index, _id: id } },
        source,
      ]);
      const body = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
      await ask('POST', '/_bulk?refresh=true', body);
    },
  };
};
