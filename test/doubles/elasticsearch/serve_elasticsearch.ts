import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { UserElasticsearchClient } from '@kbn/core/server';

/** A request as the narrow client takes it: path, query and body in one. */
type Request = Record<string, unknown>;

interface Api {
  readonly name: string;
  readonly path: RegExp;
  /** What stands in the address and in no body. */
  readonly query: readonly string[];
  /** What the body may hold. */
  readonly body: readonly string[];
  answer(client: UserElasticsearchClient, request: Request): Promise<unknown>;
}

const INDICES = ['allow_no_indices', 'ignore_unavailable'];

const APIS: readonly Api[] = [
  {
    name: 'search',
    path: /^\/(?<index>[^/]+)\/_search$/,
    query: [...INDICES, 'allow_partial_search_results'],
    body: [
      ...['query', 'size', 'sort', 'search_after', 'aggs', '_source', 'track_total_hits'],
      'timeout',
    ],
    answer: (client, request) => client.search(request),
  },
  {
    name: 'eql.search',
    path: /^\/(?<index>[^/]+)\/_eql\/search$/,
    query: INDICES,
    body: ['query', 'size', 'timestamp_field', 'result_position', 'filter'],
    answer: (client, request) => client.eql.search(request as { index: string; query: string }),
  },
  {
    name: 'bulk',
    path: /^\/_bulk$/,
    query: [],
    body: ['operations'],
    answer: (client, request) => client.bulk(request),
  },
  {
    name: 'field_caps',
    path: /^\/(?<index>[^/]+)\/_field_caps$/,
    query: INDICES,
    body: ['fields'],
    answer: (client, request) => client.fieldCaps(request),
  },
  {
    name: 'security.has_privileges',
    path: /^\/_security\/user\/_has_privileges$/,
    query: [],
    body: ['index'],
    answer: (client, request) => client.security.hasPrivileges(request),
  },
];

export interface ServedElasticsearch {
  readonly url: string;
  /** Names of the APIs that were asked. */
  readonly asked: ReadonlySet<string>;
  close(): Promise<void>;
}

/**
 * Elasticsearch's HTTP of one major version around a client: as strict about media types, addresses and bodies as the real one.
 * @param client answers; what it throws is answered with its `statusCode`
 */
export const serveElasticsearch = async (
  major: 8 | 9,
  client: UserElasticsearchClient
): Promise<ServedElasticsearch> => {
  const asked = new Set<string>();
  const server = createServer((request, response) => {
    const accept = request.headers.accept ?? '';
    void answer(request)
      .catch(toErrorAnswer)
      .then(({ status, body }) => {
        response.writeHead(status, {
          'content-type': accept.startsWith('application/vnd.') ? accept : 'application/json',
          'x-elastic-product': 'Elasticsearch',
        });
        response.end(JSON.stringify(body));
      });
  });
  const answer = async (request: IncomingMessage): Promise<HttpAnswer> => {
    const text = await readText(request);
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://elasticsearch');
    const api = APIS.find(({ path }) => path.test(pathname));
    if (!api) throw createRefusal(400, `no handler found for uri [${pathname}]`);
    checkMediaType(major, request.headers.accept, 'json');
    checkMediaType(
      major,
      request.headers['content-type'],
      api.name === 'bulk' ? 'x-ndjson' : 'json'
    );
    const query = Object.fromEntries(searchParams);
    const body = api.name === 'bulk' ? { operations: parseLines(text) } : parseBody(text);
    refuseOthers(query, api.query, (name) => `request contains unrecognized parameter: [${name}]`);
    refuseOthers(body, api.body, (name) => `unknown field [${name}]`);
    asked.add(api.name);
    const index = api.path.exec(pathname)?.groups?.['index'];
    return {
      status: 200,
      body: await api.answer(client, {
        ...Object.fromEntries(Object.entries(query).map(([name, value]) => [name, toValue(value)])),
        ...body,
        ...(index !== undefined && { index: decodeURIComponent(index).split(',') }),
      }),
    };
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

interface HttpAnswer {
  readonly status: number;
  readonly body: unknown;
}

interface Refusal extends Error {
  readonly statusCode: number;
}

const createRefusal = (statusCode: number, reason: string): Refusal =>
  Object.assign(new Error(reason), { statusCode });

const toErrorAnswer = (error: unknown): HttpAnswer => {
  const reason = error instanceof Error ? error.message : String(error);
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  const cause = { type: 'exception', reason };
  return { status, body: { status, error: { ...cause, root_cause: [cause] } } };
};

/** A version answers to its own media types and to those of the one before it. */
const checkMediaType = (major: number, type: string | undefined, format: string): void => {
  const version = /^application\/vnd\.elasticsearch\+([\w-]+); ?compatible-with=(\d+)$/.exec(
    type ?? ''
  );
  const isPlain =
    type === undefined || type === `application/${format}` || type === 'application/json';
  if (isPlain || (version?.[1] === format && [major, major - 1].includes(Number(version[2]))))
    return;
  throw createRefusal(400, `Invalid media-type value on headers: ${String(type)}`);
};

const refuseOthers = (
  given: Request,
  known: readonly string[],
  toReason: (name: string) => string
): void => {
  const other = Object.keys(given).find((name) => !known.includes(name));
  if (other !== undefined) throw createRefusal(400, toReason(other));
};

const toValue = (text: string): unknown =>
  text === 'true' ? true : text === 'false' ? false : text;

const parseBody = (text: string): Request => (text === '' ? {} : (JSON.parse(text) as Request));

const parseLines = (text: string): Request[] => {
  if (!text.endsWith('\n'))
    throw createRefusal(400, 'The bulk request must be terminated by a newline [\\n]');
  return text.split('\n').filter(Boolean).map(parseBody);
};

const readText = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};
