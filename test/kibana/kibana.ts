import { describe } from 'vitest';
import type { Endpoint } from '../../common/api/endpoint';

/**
 * Environment variables with the address of a running Kibana that has the plugin, user and password in it. Its Elasticsearch
 * holds events that match the rule, of hosts whose agents answer live queries.
 */
export type AddressVariable =
  /** Of somebody who may do everything. */
  | 'KIBANA_URL'
  /** The same on a second node. */
  | 'KIBANA_NODE_URL'
  /** Of somebody who has the feature's Read alone. */
  | 'KIBANA_READER_URL'
  /** Of somebody who has the feature's All and nothing of Elastic Security. */
  | 'KIBANA_WITHOUT_SECURITY_URL'
  /** Of somebody who has not got the feature. */
  | 'KIBANA_STRANGER_URL';

/**
 * `describe` for what needs a Kibana: without one it is skipped, and says so.
 * @param tests are given the Kibana that the variable names, and the one of `KIBANA_URL`
 */
export const describeInKibana = (
  name: string,
  tests: (kibana: Kibana, first: Kibana) => void,
  variable: AddressVariable = 'KIBANA_URL'
): void => {
  const address = process.env[variable];
  if (address === undefined) {
    const notSet = `skipped: ${variable} is not set, so no Kibana was asked`;
    console.warn(`${name}: ${notSet}.`);
    describe.skip(`${name} (${notSet})`, () => tests(UNSET, UNSET));
  } else {
    const { KIBANA_URL: first = address } = process.env;
    describe(name, () => tests(createKibana(address), createKibana(first)));
  }
};

interface Request {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
  /** In place of the headers that Kibana's own browser code sends. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export interface Kibana {
  /** Without user and password. */
  readonly url: string;
  /** What a request of this user carries. */
  readonly authorization: Readonly<Record<string, string>>;
  ask(path: string, request: Request): Promise<Answer>;
  /** The same in another space. */
  inSpace(id: string): Kibana;
  /** Calls an endpoint of the plugin. @throws when it does not answer 200 */
  call<Params extends object, Query, Body, Response>(
    endpoint: Endpoint<Params, Query, Body, Response>,
    request: { params?: Params; query?: Record<string, string>; body?: unknown }
  ): Promise<Response>;
}

const createKibana = (withUser: string): Kibana => {
  const url = new URL(withUser);
  const user = Buffer.from(`${url.username}:${url.password}`).toString('base64');
  const authorization: Record<string, string> =
    url.username === '' ? {} : { authorization: `Basic ${user}` };
  const root = `${url.origin}${url.pathname.replace(/\/$/, '')}`;
  const inSpace = (id: string): Kibana => createKibana(`${withUser.replace(/\/$/, '')}/s/${id}`);

  const ask: Kibana['ask'] = async (path, { method, body, headers = { 'kbn-xsrf': 'test' } }) => {
    const response = await fetch(`${root}${path}`, {
      method,
      headers: {
        'content-type': 'application/json',
        'x-elastic-internal-origin': 'Kibana',
        ...authorization,
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    const answer: unknown = isJson ? await response.json() : await response.text();
    return { status: response.status, body: answer };
  };

  return {
    url: root,
    authorization,
    ask,
    inSpace,
    async call(endpoint, { params, query = {}, body }) {
      const path = Object.entries<unknown>(params ?? {}).reduce(
        (filled, [name, value]) => filled.replace(`{${name}}`, encodeURIComponent(String(value))),
        endpoint.path
      );
      const search = new URLSearchParams(query).toString();
      const method = endpoint.method === 'get' ? 'GET' : 'POST';
      const answer = await ask(search === '' ? path : `${path}?${search}`, { method, body });
      if (answer.status !== 200) {
        throw new Error(
          `${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`
        );
      }
      return answer.body as Exclude<typeof endpoint.response, undefined>;
    },
  };
};

const UNSET = createKibana('http://unset.invalid');
