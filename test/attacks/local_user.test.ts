import { readFile, readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Endpoint } from '../../common/api/endpoint';
import type { AlertPage } from '../../common/api/find_alerts';
import { writeAccessFile } from '../../standalone/access/access_file';
import { createFreshLink } from '../../standalone/access/create_fresh_link';
import { findListenerOwner } from '../../standalone/access/find_socket_owner';
import { openSession } from '../open_session';
import { startHost, type StartedHost } from '../start_host';
import { createTemporaryDirectory } from '../temporary_store';
import { otherUserObstacle, runAsOtherUser } from './other_user';

/** What another user of this machine may try: he can reach the port, and nothing below the data directory. */
let directory: string;
let host: StartedHost;
let isStopped = false;

const stop = async (): Promise<void> => {
  if (!isStopped) await host.stop();
  isStopped = true;
};

beforeEach(async () => {
  directory = await createTemporaryDirectory();
  host = await startHost(directory);
  isStopped = false;
});
afterEach(stop);

const LIVE_QUERIES = '/api/osquery/live_queries';
const OTHERS: readonly [method: string, path: string][] = [
  ['get', '/api/stand_alone/session'],
  ['get', LIVE_QUERIES],
  ['post', LIVE_QUERIES],
  ['get', `${LIVE_QUERIES}/x`],
  ['post', `${LIVE_QUERIES}/x/_cancel`],
  ['get', `${LIVE_QUERIES}/x/results/y`],
  ['get', '/api/osquery/action_results/x'],
  ['post', '/internal/search/osquerySearchStrategy'],
  ['get', '/internal/osquery/fleet_wrapper/agents/x'],
  ['get', '/internal/osquery/status'],
];

const isEndpoint = (value: unknown): value is Endpoint<unknown, unknown, unknown, unknown> =>
  typeof value === 'object' && value !== null && 'privilege' in value && 'path' in value;

/** Every endpoint that common/api declares, so that a new one is tried too. */
const listRoutes = async (): Promise<readonly (readonly [string, string])[]> => {
  const folder = new URL('../../common/api/', import.meta.url);
  const files = (await readdir(folder)).filter((name) => /^\w+\.ts$/.test(name));
  const modules: unknown[] = await Promise.all(
    files.map((name) => import(`${folder.href}${name}`))
  );
  const endpoints = modules.flatMap((module) => Object.values(module as object)).filter(isEndpoint);
  expect(endpoints.length).toBeGreaterThan(7);
  return [...OTHERS, ...endpoints.map(({ method, path }) => [method, path] as const)];
};

const ask = (method: string, path: string, headers: Record<string, string>) =>
  fetch(host.url + path.replaceAll(/\{\w+\}/g, 'x'), {
    method,
    headers: { 'kbn-xsrf': '1', 'content-type': 'application/json', ...headers },
    ...(method === 'post' && { body: '{}' }),
  });

test('no route but the page itself answers without a session', async () => {
  for (const [method, path] of await listRoutes()) {
    for (const headers of [{}, { authorization: 'Bearer x' }, { cookie: 'session=x' }]) {
      expect([path, (await ask(method, path, headers)).status]).toEqual([path, 401]);
    }
    expect((await ask(method, path, { ...host.headers })).status).not.toBe(401);
  }
  expect((await fetch(host.url)).status).toBe(200);
});

test('a refusal says where the link is, and a flood of them fills no log', async () => {
  const before = host.logged.length;
  for (let n = 0; n < 50; n += 1) {
    const refused = await ask('get', '/api/stand_alone/session', {});
    expect(await refused.text()).toContain('npm start -- --link');
  }
  const said = host.logged.slice(before);
  expect(said.length).toBe(1);
  expect(said[0]).toContain(`asked by user id ${process.getuid?.()}`);
});

test('every change is written down with who made it, and what reads or is refused is not', async () => {
  await host.idle();
  const { alerts } = await host.call<AlertPage>('/internal/web_server_rce/alerts/_find', {});
  const ids = alerts.slice(0, 1).map(({ id }) => id);
  await host.call('/internal/web_server_rce/alerts/_status', { ids, status: 'closed' });
  await host.call(LIVE_QUERIES, { query: 'SELECT 1 AS one', agent_ids: [host.agentId] });
  await ask('post', '/internal/web_server_rce/rules/x/_enabled', { ...host.headers });
  await ask('post', '/internal/web_server_rce/rules/x/_enabled', {});
  const text = await readFile(join(directory, 'data/audit_trail.ndjson'), 'utf8');
  const entries = text
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line));
  const user = { id: String(process.getuid?.()) };
  const session = expect.stringMatching(/^[0-9a-f]{8}$/) as unknown;
  expect(entries).toMatchObject([
    { event: { action: 'rules/_enabled', outcome: 'success' }, session: 'token', user },
    {
      event: { action: 'alerts/_status', outcome: 'success' },
      http: { request: { body: JSON.stringify({ ids, status: 'closed' }) } },
      session,
      user,
    },
    { event: { action: 'osquery/live_queries', outcome: 'success' }, session, user },
    { event: { action: 'rules/_enabled', outcome: 'failure' }, session, user },
  ]);
  expect(text).toContain('SELECT 1 AS one');
  expect(host.logged.join('\n')).toMatch(
    /audit: post \/internal\/web_server_rce\/alerts\/_status: 200/
  );
});

test('no secret stands in the arguments or environment of a process', async () => {
  const token = (
    JSON.parse(await readFile(join(directory, 'data/access.json'), 'utf8')) as {
      token: string;
    }
  ).token;
  for (const file of ['cmdline', 'environ']) {
    expect(await readFile(`/proc/self/${file}`, 'latin1')).not.toContain(token);
  }
});

test('a link made from the access file opens a session; without a host there is none', async () => {
  const data = join(directory, 'data');
  expect(await openSession(host.url, await createFreshLink(data, new Date()))).toBeDefined();
  await stop();
  await expect(createFreshLink(data, new Date())).rejects.toMatchObject({ reason: 'no_host' });
  // As a host that was killed leaves it.
  await writeAccessFile(data, { url: host.url, token: 't' });
  await expect(createFreshLink(data, new Date())).rejects.toMatchObject({ reason: 'no_host' });
});

const suite = `as another user${otherUserObstacle === undefined ? '' : ` (skipped: ${otherUserObstacle})`}`;
if (otherUserObstacle !== undefined) console.warn(suite);

describe.skipIf(otherUserObstacle !== undefined)(suite, () => {
  test('neither the rule nor Osquery nor an alert is within reach, nor is any secret', async () => {
    const said = await runAsOtherUser(`
      import { readFileSync, readdirSync } from 'node:fs';
      const headers = { 'kbn-xsrf': '1', 'content-type': 'application/json' };
      const post = (path, body) => fetch(${JSON.stringify(host.url)} + path, { method: 'POST', headers, body: JSON.stringify(body) });
      const query = { query: "SELECT * FROM shadow", agent_all: true };
      const statuses = [
        (await post('/api/osquery/live_queries', query)).status,
        (await post('/internal/web_server_rce/rules/x/_enabled', { enabled: false })).status,
        (await post('/internal/web_server_rce/alerts/_find', {})).status,
      ];
      const read = (action) => { try { return String(action()).length } catch ({ code }) { return code } };
      console.log(JSON.stringify([
        ...statuses,
        read(() => readdirSync(${JSON.stringify(join(directory, 'data'))})),
        read(() => readFileSync(${JSON.stringify(join(directory, 'data/access.json'))})),
      ]));`);
    expect(JSON.parse(said)).toEqual([401, 401, 401, 'EACCES', 'EACCES']);
    expect(host.logged.join('\n')).toContain('asked by user id 65534');
    expect(host.store.rules.list()).toMatchObject([{ enabled: true }]);
    const asked = (await host.store.liveQueries.list()).filter((one) => one.purpose !== 'evidence');
    expect(asked).toEqual([]);
  });

  test('a program of his on the port of a host that ended gets no link led to it', async () => {
    const data = join(directory, 'data');
    await stop();
    const server = createServer();
    process.seteuid?.(65_534);
    try {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    } finally {
      process.seteuid?.(0);
    }
    const { port } = server.address() as AddressInfo;
    expect(findListenerOwner(port)).toBe(65_534);
    await writeAccessFile(data, { url: `http://127.0.0.1:${port}`, token: 't' });
    await expect(createFreshLink(data, new Date())).rejects.toMatchObject({
      reason: 'foreign_port',
    });
    server.close();
  });
});
