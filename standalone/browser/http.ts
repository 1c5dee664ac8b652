import type { HttpFetchOptions, HttpSetup } from '@kbn/core/public';

const UNAUTHORIZED = 401;

/** What `http.fetch` rejects with, in the shape of Kibana's: `response` is undefined when the server was not reached. */
class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly response: Response | undefined;
  readonly body: unknown;

  constructor(message: string, response: Response | undefined, body: unknown, cause?: unknown) {
    super(message, { cause });
    this.response = response;
    this.body = body;
  }
}

interface HttpOptions {
  readonly fetchUrl: typeof fetch;
  /** What lets this browser in, asked for each time: another tab may have got a new one. */
  readonly findSecret: () => string | undefined;
  /** Hears of each answer that says that this browser is not known. */
  readonly onUnknown: () => void;
}

/** Kibana's `http.fetch` as far as the plugin uses it. */
export const createHttp = ({ fetchUrl, findSecret, onUnknown }: HttpOptions): HttpSetup => ({
  fetch: async <T>(path: string, options: HttpFetchOptions = {}): Promise<T> => {
    const secret = findSecret();
    const authorization = secret === undefined ? {} : { authorization: `Bearer ${secret}` };
    const headers = { ...authorization, ...options.headers };
    const response = await send(fetchUrl, path, { ...options, headers });
    if (response.status === UNAUTHORIZED) onUnknown();
    const body = await readBody(response);
    if (!response.ok) throw new HttpError(response.statusText, response, body);
    return body as T;
  },
});

const send = async (
  fetchUrl: typeof fetch,
  path: string,
  { method = 'GET', query = {}, body, headers = {}, version, signal }: HttpFetchOptions
): Promise<Response> => {
  try {
    return await fetchUrl(toUrl(path, query), {
      method,
      headers: {
        'content-type': 'application/json',
        'kbn-xsrf': 'webServerRce',
        ...(version === undefined ? {} : { 'elastic-api-version': version }),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (cause) {
    if (signal?.aborted === true) throw cause;
    throw new HttpError('The server could not be reached.', undefined, undefined, cause);
  }
};

const toUrl = (path: string, query: NonNullable<HttpFetchOptions['query']>): string => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) params.set(name, String(value));
  }
  const text = params.toString();
  return text === '' ? path : `${path}?${text}`;
};

/** A body that is no JSON (a proxy's error page) is kept as text. */
const readBody = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
};
