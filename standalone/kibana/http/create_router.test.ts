import type { Server } from '@hapi/hapi';
import type { RouteValidationFunction } from '@kbn/core/server';
import { afterEach, expect, test } from 'vitest';
import { createLogger } from '../../log/create_logger';
import { createHttpServer } from './create_http_server';
import { createRouter } from './create_router';

let server: Server | undefined;
const logged: string[] = [];

const isNumber: RouteValidationFunction<{ n: number }> = (value, { ok, badRequest }) => {
  const n = Number((value as { n?: unknown } | null)?.n);
  return Number.isNaN(n) ? badRequest('n: not a number') : ok({ n });
};

const start = async (): Promise<string> => {
  const logger = createLogger({ write: (line) => logged.push(line), now: () => new Date(0) });
  server = await createHttpServer({ port: 0, logger });
  const router = createRouter(server, logger);
  router.get(
    { path: '/api/x/{id}', validate: { params: (value, { ok }) => ok(value), query: isNumber } },
    async (_context, { params, query, body }, response) =>
      response.ok({ body: { params, query, body } })
  );
  router.post(
    { path: '/api/x', validate: { body: isNumber } },
    async (_context, { body }, response) =>
      response.customError({
        statusCode: 409,
        body: { message: `no ${body.n}`, attributes: { code: 'taken' } },
      })
  );
  router.get({ path: '/api/broken', validate: {} }, async () => {
    throw new Error('secret path /etc/x');
  });
  await server.start();
  return server.info.uri;
};

const post = (url: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${url}/api/x`, {
    method: 'POST',
    body,
    headers: { 'kbn-xsrf': 'x', 'content-type': 'application/json', ...headers },
  });

afterEach(async () => {
  await server?.stop();
  logged.length = 0;
});

test('listens on this machine alone', async () => {
  await start();
  expect(server?.listener.address()).toMatchObject({ address: '127.0.0.1' });
});

test('hands over path, query and body as validated, a part without validation empty', async () => {
  const url = await start();
  const response = await fetch(`${url}/api/x/a%2Fb%20%E2%9C%93?n=5`);
  expect(await response.json()).toEqual({ params: { id: 'a/b ✓' }, query: { n: 5 }, body: {} });
});

test('answers a request that is not valid as Kibana does', async () => {
  const url = await start();
  const response = await post(url, '{"n": "x"}');
  expect(response.status).toBe(400);
  expect(await response.json()).toEqual({
    statusCode: 400,
    error: 'Bad Request',
    message: '[request body]: n: not a number',
  });
});

test('answers an error of a route in Kibana’s shape', async () => {
  const url = await start();
  const response = await post(url, '{"n": 7}');
  expect(response.status).toBe(409);
  expect(await response.json()).toEqual({
    statusCode: 409,
    error: 'Conflict',
    message: 'no 7',
    attributes: { code: 'taken' },
  });
});

test('tells a caller nothing of an unexpected error, and the log all of it', async () => {
  const url = await start();
  const response = await fetch(`${url}/api/broken`);
  expect(response.status).toBe(500);
  expect(await response.text()).not.toContain('secret');
  expect(logged.join()).toContain('secret path /etc/x');
});

test('answers an unknown address with 404', async () => {
  const url = await start();
  const response = await fetch(`${url}/api/unknown`);
  expect(response.status).toBe(404);
  expect(await response.json()).toEqual({
    statusCode: 404,
    error: 'Not Found',
    message: 'Not Found',
  });
});

test('refuses a body of more than 1 MiB, another type than JSON, and JSON that is none', async () => {
  const url = await start();
  expect((await post(url, JSON.stringify({ n: 1, x: 'x'.repeat(1024 * 1024) }))).status).toBe(413);
  expect((await post(url, 'n=1', { 'content-type': 'text/plain' })).status).toBe(415);
  expect((await post(url, '{"n": ')).status).toBe(400);
});

test('refuses a foreign origin, a missing kbn-xsrf header and a foreign host', async () => {
  const url = await start();
  const foreign = await post(url, '{"n": 1}', { origin: 'https://evil.example' });
  expect(foreign.status).toBe(403);
  expect(await foreign.json()).toMatchObject({ statusCode: 403, error: 'Forbidden' });
  const bare = await fetch(`${url}/api/x`, { method: 'POST', body: '{}' });
  expect(bare.status).toBe(400);
  expect(await bare.json()).toMatchObject({ message: 'The request must carry a kbn-xsrf header.' });
  const rebound = await server?.inject({ url: '/api/x/1?n=1', headers: { host: 'evil.example' } });
  expect(rebound?.statusCode).toBe(403);
});

test('sends the security headers with answers, errors and refusals, and lets none of them be cached', async () => {
  const url = await start();
  const answers = await Promise.all([
    fetch(`${url}/api/x/1?n=1`),
    fetch(`${url}/api/x/1?n=x`),
    fetch(`${url}/api/broken`),
    fetch(`${url}/api/unknown`),
    fetch(`${url}/api/x`, { method: 'POST' }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 400, 500, 404, 400]);
  for (const { headers } of answers) {
    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('access-control-allow-origin')).toBeNull();
  }
});
