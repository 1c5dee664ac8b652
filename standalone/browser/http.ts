import type { HttpFetchOptions, HttpSetup } from '@kbn/core/public';

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

/** Kibana's `http.fetch` as far as the plugin uses it. */
export const createHttp = (fetchUrl: typeof fetch): HttpSetup => ({
  fetch: async <T>(path: string, options: HttpFetchOptions = {}): Promise<T> => {
    const response = await send(fetchUrl, path, options);
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
