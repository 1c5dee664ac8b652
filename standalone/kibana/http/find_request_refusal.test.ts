import type { IncomingHttpHeaders } from 'node:http';
import { expect, test } from 'vitest';
import { findRequestRefusal } from './find_request_refusal';

const PORT = 5602;
const own = { host: '127.0.0.1:5602', 'kbn-xsrf': 'x' };

const refuse = (
  headers: IncomingHttpHeaders,
  method = 'post',
  path = '/internal/web_server_rce/alerts/_find'
): string | undefined => findRequestRefusal({ method, path, headers }, PORT)?.reason;

test.each(['127.0.0.1:5602', 'localhost:5602', 'LOCALHOST:5602', '[::1]:5602'])(
  'lets %s pass as our own name',
  (host) => expect(refuse({ ...own, host })).toBeUndefined()
);

test.each([
  'evil.example:5602',
  'evil.example',
  '127.0.0.1',
  '127.0.0.1:5601',
  '127.0.0.1:5602.evil.example',
  'localhost.evil.example:5602',
  '127.0.0.1.nip.io:5602',
  '',
  undefined,
])('refuses the host %s, which a rebound name would send', (host) => {
  expect(refuse({ ...own, host })).toBe('foreign_host');
});

test.each(['http://127.0.0.1:5602', 'http://localhost:5602'])('lets the origin %s pass', (origin) =>
  expect(refuse({ ...own, origin })).toBeUndefined()
);

test.each([
  'https://evil.example',
  'http://localhost:3000',
  'https://127.0.0.1:5602',
  'http://127.0.0.1:5602.evil.example',
  'null',
])('refuses the origin %s', (origin) => {
  expect(refuse({ ...own, origin })).toBe('foreign_origin');
});

test.each(['cross-site', 'same-site'])('refuses what a browser calls %s', (site) => {
  expect(refuse({ ...own, 'sec-fetch-site': site })).toBe('cross_site');
  expect(refuse({ ...own, 'sec-fetch-site': site }, 'get', '/assets/main.js')).toBe('cross_site');
  const script = { ...own, 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors' };
  expect(refuse(script, 'get', '/app/webServerRce')).toBe('cross_site');
});

test('lets a link to a page of ours be followed from anywhere, and nothing else', () => {
  const followed = { ...own, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
  expect(refuse(followed, 'get', '/app/webServerRce/alerts/1')).toBeUndefined();
  expect(refuse(followed, 'get', '/api/osquery/live_queries')).toBe('cross_site');
  expect(refuse(followed, 'post', '/app/webServerRce')).toBe('cross_site');
});

test('lets our own pages and typed addresses pass', () => {
  for (const site of ['same-origin', 'none']) {
    expect(refuse({ ...own, 'sec-fetch-site': site }, 'get', '/')).toBeUndefined();
  }
});

test.each(['post', 'put', 'delete', 'PATCH'])('wants a kbn-xsrf header for %s', (method) => {
  expect(refuse({ host: own.host }, method)).toBe('missing_xsrf_header');
  expect(refuse(own, method)).toBeUndefined();
});

test('wants no kbn-xsrf header for reading', () => {
  expect(refuse({ host: own.host }, 'get')).toBeUndefined();
});
