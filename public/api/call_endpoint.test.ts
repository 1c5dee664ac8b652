import { expect, test } from 'vitest';
import { ZodError } from 'zod';
import { findAlerts, type AlertQuery } from '../../common/api/find_alerts';
import { getGuide } from '../../common/api/get_guide';
import { createFakeHttp, httpError } from '../../test/browser_app/fake_http';
import { ApiError, toApiError } from './api_error';
import { callEndpoint } from './call_endpoint';

const QUERY: AlertQuery = {
  statuses: [],
  hosts: [],
  users: [],
  servers: [],
  sources: [],
  signKinds: [],
  assignees: [],
  search: '',
  sortField: 'host',
  sortOrder: 'asc',
  page: 0,
  perPage: 10,
};

test('builds path and query from the endpoint, and an id can not leave its place', async () => {
  const http = createFakeHttp({
    'GET /internal/web_server_rce/alerts/*/guide': ({ path, query }) => ({ parts: [path, query] }),
  });
  const answer = await callEndpoint(http, getGuide, {
    params: { id: 'a/../b?x' },
    query: { locale: 'zh-CN' },
  });
  expect(answer.parts).toEqual([
    '/internal/web_server_rce/alerts/a%2F..%2Fb%3Fx/guide',
    { locale: 'zh-CN' },
  ]);
});

test('sends the body as JSON', async () => {
  const http = createFakeHttp({ 'POST /internal/web_server_rce/alerts/_find': ({ body }) => body });
  expect(await callEndpoint(http, findAlerts, { body: QUERY })).toEqual(QUERY);
});

test('words a known error code here, in the reader’s language', async () => {
  const http = createFakeHttp({
    'POST /internal/web_server_rce/alerts/_find': () => {
      throw httpError(403, {
        message: 'auf Deutsch',
        attributes: { code: 'not_authorized', values: { reason: 'no read access' } },
      });
    },
  });
  const error = await callEndpoint(http, findAlerts, { body: QUERY }).catch(
    (cause: unknown) => cause
  );
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ status: 403, code: 'not_authorized' });
  expect(String(error)).toContain('You may not do this: no read access.');
});

test('an aborted call stays an abort', async () => {
  const abort = new AbortController();
  const http = createFakeHttp({
    'POST /internal/web_server_rce/alerts/_find': () => {
      abort.abort();
      throw abort.signal.reason;
    },
  });
  await expect(
    callEndpoint(http, findAlerts, { body: QUERY, signal: abort.signal })
  ).rejects.toHaveProperty('name', 'AbortError');
});

test.each([
  ['no answer', new TypeError('Failed to fetch'), 'could not be reached'],
  ['an error of another plugin', httpError(400, { message: 'bad kuery' }), '400: bad kuery'],
  ['an answer without a message', httpError(502, 'text'), 'answered 502: –'],
  ['an unknown code', httpError(500, { message: 'm', attributes: { code: 'x' } }), '500: m'],
  ['an answer of another shape', new ZodError([]), 'does not understand'],
])('words %s', (_what, cause, sentence) => {
  expect(toApiError(cause).message).toContain(sentence);
});
