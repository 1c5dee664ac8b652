import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startHost, type StartedHost } from '../start_host';
import { createTemporaryDirectory } from '../temporary_store';

/** What a page of another site, or whoever makes the analyst's browser send something, may try. */
let host: StartedHost;
beforeAll(async () => {
  host = await startHost(await createTemporaryDirectory());
});
afterAll(() => host.stop());

const FIND = '/internal/web_server_rce/alerts/_find';
const PAGE = '/app/webServerRce';

interface Raw {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Paths are sent as they stand; `fetch` would tidy them and set headers of its own. */
const send = (path: string, { method = 'GET', headers = {}, body }: Raw = {}) =>
  new Promise<{ status: number; headers: Record<string, unknown>; text: string }>(
    (resolve, reject) => {
      const { port } = new URL(host.url);
      const sent = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => (text += part));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text })
        );
      });
      sent.on('error', reject);
      sent.end(body);
    }
  );

const post = (headers: Record<string, string>, body = '{}') =>
  send(FIND, {
    method: 'POST',
    headers: { ...host.headers, 'content-type': 'application/json', ...headers },
    body,
  });

test('a name that was bound anew to this machine reaches neither page nor endpoint', async () => {
  for (const name of ['evil.example', 'localhost.evil.example:80']) {
    expect((await post({ host: name })).status).toBe(403);
    expect((await send(PAGE, { headers: { host: name } })).status).toBe(403);
  }
  expect((await post({})).status).toBe(200);
});

test('another site can not have a session’s requests sent, even by a form', async () => {
  const foreign = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ];
  for (const headers of foreign) expect((await post(headers)).status).toBe(403);
  const { 'kbn-xsrf': _, ...withoutMark } = host.headers;
  const form = await send(FIND, {
    method: 'POST',
    headers: { ...withoutMark, 'content-type': 'application/x-www-form-urlencoded' },
    body: '{"search":"a="}',
  });
  expect(form.status).toBeGreaterThanOrEqual(400);
  expect(form.status).toBeLessThan(500);
});

test('answers let no other origin read them, no frame hold them and no script of others run', async () => {
  for (const answer of [await send(PAGE), await post({ origin: host.url })]) {
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.headers).not.toHaveProperty('set-cookie');
  }
  const policy = String((await send(PAGE)).headers['content-security-policy']);
  expect(policy).toMatch(/frame-ancestors 'none'/);
  expect(policy).toMatch(/script-src 'self'/);
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
});

test.each([
  '/assets/../../../package.json',
  '/assets/..%2f..%2f..%2fpackage.json',
  '/assets/%2e%2e/%2e%2e/package.json',
  '/translations/../package.json',
  '/translations/..%5c..%5cpackage.json',
  '/translations//etc/passwd',
  '/assets/chunks/%00',
  '//etc/passwd',
])('no path leads out of what is served: %s', async (path) => {
  const answer = await send(path);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.text).not.toMatch(/"version"|root:/);
});

describe('a body', () => {
  test('that is too large, no JSON or of another shape is refused, and nothing breaks', async () => {
    const bodies = ['{', '[]', '"x"', '{"perPage":1e9}', '{"search":{"$ne":1}}'];
    for (const body of bodies) expect([body, (await post({}, body)).status]).toEqual([body, 400]);
    const large = await post({}, `{"search":"${'x'.repeat(8 * 1024 * 1024)}"}`).catch(
      () => undefined
    );
    // The connection may be cut before all of it was sent.
    if (large) expect([400, 413]).toContain(large.status);
    expect((await post({})).status).toBe(200);
  });

  test('can not reach the prototype of objects', async () => {
    await post({}, '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}');
    expect({}).not.toHaveProperty('polluted');
    expect((await post({})).status).toBe(200);
  });
});

test('an id of any form is not found, never an error of the server', async () => {
  const ids = ['x'.repeat(5000), '%00', '%ff', '..%2f..', "';--", '%F0%9F%92%A9', '__proto__'];
  const paths = [
    ...['/internal/web_server_rce/alerts/', '/api/osquery/live_queries/'],
    '/internal/osquery/fleet_wrapper/agents/',
  ];
  for (const path of paths) {
    for (const id of ids) {
      const { status } = await send(path + id, { headers: host.headers });
      expect([path + id.slice(0, 20), status >= 400 && status < 500]).toEqual([
        path + id.slice(0, 20),
        true,
      ]);
    }
  }
});
