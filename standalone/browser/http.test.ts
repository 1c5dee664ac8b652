import { expect, test } from 'vitest';
import { createHttp } from './http';

const createTestHttp = (fetchUrl: typeof fetch, onUnknown = (): void => undefined) =>
  createHttp({ fetchUrl, findSecret: () => 's3cret', onUnknown });

const answering =
  (response: Response, seen: [url: string, init: RequestInit | undefined][] = []): typeof fetch =>
  (url, init) => {
    seen.push([String(url), init]);
    return Promise.resolve(response);
  };

test('sends the headers Kibana wants and the query in the address', async () => {
  const seen: [string, RequestInit | undefined][] = [];
  const http = createTestHttp(answering(new Response('{"a":1}'), seen));
  const answer = await http.fetch('/api/x', { query: { page: 2, no: undefined }, version: '1' });
  expect(answer).toEqual({ a: 1 });
  expect(seen[0]?.[0]).toBe('/api/x?page=2');
  expect(seen[0]?.[1]).toMatchObject({
    method: 'GET',
    headers: {
      'kbn-xsrf': 'webServerRce',
      'elastic-api-version': '1',
      authorization: 'Bearer s3cret',
    },
  });
});

test.each([
  ['{"message":"no"}', { message: 'no' }],
  ['<h1>Bad gateway</h1>', '<h1>Bad gateway</h1>'],
  ['', undefined],
])('rejects with status and body of an error answer %j', async (text, body) => {
  const http = createTestHttp(answering(new Response(text, { status: 502 })));
  const error = await http.fetch('/api/x').catch((cause: unknown) => cause);
  expect(error).toMatchObject({ response: { status: 502 }, body });
});

test('rejects without a response when the server is not reached', async () => {
  const http = createTestHttp(() => Promise.reject(new TypeError('Failed to fetch')));
  const error = await http.fetch('/api/x').catch((cause: unknown) => cause);
  expect(error).toMatchObject({ name: 'HttpError', response: undefined });
});

test('an aborted request stays an abort', async () => {
  const abort = new AbortController();
  abort.abort();
  const http = createTestHttp(() => Promise.reject(new DOMException('aborted', 'AbortError')));
  await expect(http.fetch('/api/x', { signal: abort.signal })).rejects.toHaveProperty(
    'name',
    'AbortError'
  );
});

test('tells when the host does not know this browser, and only then', async () => {
  let told = 0;
  const ask = (status: number) =>
    createTestHttp(answering(new Response('{}', { status })), () => (told += 1))
      .fetch('/api/x')
      .catch(() => undefined);
  await ask(403);
  expect(told).toBe(0);
  await ask(401);
  expect(told).toBe(1);
});
