import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Server } from '@hapi/hapi';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTemporaryDirectory } from '../../../test/temporary_store';
import { createLogger } from '../../log/create_logger';
import { createHttpServer } from './create_http_server';
import { serveBrowser } from './serve_browser';

let server: Server;
let url: string;

beforeEach(async () => {
  const directory = await createTemporaryDirectory();
  await mkdir(join(directory, 'bundle/chunks'), { recursive: true });
  await mkdir(join(directory, 'translations/parts'), { recursive: true });
  await writeFile(join(directory, 'bundle/index.html'), '<!doctype html>page');
  await writeFile(join(directory, 'bundle/main.js'), 'main');
  await writeFile(join(directory, 'bundle/chunks/a-1.js'), 'chunk');
  await writeFile(join(directory, 'translations/zh-CN.json'), '{"messages":{}}');
  await writeFile(join(directory, 'secret.txt'), 'top secret');
  const logger = createLogger({ write: () => undefined, now: () => new Date(0) });
  server = await createHttpServer({ port: 0, logger });
  serveBrowser(server, {
    bundle: join(directory, 'bundle'),
    translations: join(directory, 'translations'),
  });
  await server.start();
  url = server.info.uri;
});

afterEach(() => server.stop());

test.each(['/', '/app/webServerRce', '/app/webServerRce/alerts/some-id'])(
  'serves the page under %s',
  async (path) => {
    const response = await fetch(url + path);
    expect(await response.text()).toBe('<!doctype html>page');
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  }
);

test('lets chunks, whose names change with their content, be kept, and asks again for the rest', async () => {
  const caching = async (path: string) => (await fetch(url + path)).headers.get('cache-control');
  expect(await caching('/assets/chunks/a-1.js')).toContain('immutable');
  expect(await caching('/assets/main.js')).toBe('no-cache');
  expect(await caching('/translations/zh-CN.json')).toBe('no-cache');
  expect(await caching('/')).toBe('no-store');
});

test('serves scripts as scripts', async () => {
  const response = await fetch(`${url}/assets/main.js`);
  expect(response.headers.get('content-type')).toMatch(/^(text|application)\/javascript/);
});

test.each([
  '/assets/../secret.txt',
  '/assets/%2e%2e/secret.txt',
  '/assets/..%2fsecret.txt',
  '/assets/chunks/..%2f..%2fsecret.txt',
  '/translations/%2e%2e%2fsecret.txt',
  '/assets/unknown.js',
])('does not serve %s', async (path) => {
  const { statusCode, payload } = await server.inject({
    url: path,
    headers: { host: `127.0.0.1:${server.info.port}` },
  });
  expect(statusCode).toBeGreaterThanOrEqual(400);
  expect(payload).not.toContain('top secret');
});
