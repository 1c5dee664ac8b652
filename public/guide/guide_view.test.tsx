// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Alert } from '../../common/alert/alert';
import { renderApp, type RenderedApp } from '../../test/browser_app/render_app';
import { toFilledGuide, toSampleAlert } from '../../test/browser_app/sample_alerts';

afterEach(cleanup);

const GUIDE = 'GET /internal/web_server_rce/alerts/*/guide';
const CREATE = 'POST /api/osquery/live_queries';
const PATH = '/alerts/alert-1?tab=investigate';

const toBlock = (label: string, query: string): string =>
  `!{osquery${JSON.stringify({ label, query })}}`;
const PORTS = toBlock('Listening ports', 'SELECT pid, port FROM listening_ports');
const OF_USER = toBlock(
  'Processes of the user',
  'SELECT name FROM processes WHERE uid = {{process.user.id}}'
);

const renderGuide = (markdown: string, alert: Alert = toSampleAlert()): RenderedApp =>
  renderApp({
    path: PATH,
    answers: {
      'GET /internal/web_server_rce/alerts/*': () => ({ alert }),
      [GUIDE]: () => ({ parts: toFilledGuide(markdown, alert) }),
      [CREATE]: () => ({
        data: { action_id: 'action-1', queries: [{ action_id: 'query-1' }] },
      }),
    },
  });

const findGuide = async (): Promise<ReturnType<typeof within>> =>
  within(await screen.findByTestId('webServerRceGuide'));

const withEvent = (part: Record<string, unknown>): Alert => {
  const alert = toSampleAlert();
  return { ...alert, event: { ...alert.event, ...part } };
};

test('shows prose and, in the place of each query, a button that runs it', async () => {
  const { user } = renderGuide(`# Triage\n\nLook **closely**.\n\n${PORTS}\n\nThen respond.`);
  const guide = await findGuide();
  await user.click(guide.getByRole('button', { name: /Background/ }));
  expect(guide.getByRole('heading', { name: 'Triage' })).toBeDefined();
  expect(screen.getByText('closely').tagName).toBe('STRONG');
  expect(await guide.findByRole('button', { name: 'Listening ports' })).toBeDefined();
  expect(screen.getByText('Then respond.')).toBeDefined();
});

test('sends the filled SQL to the alert’s own agent, naming the alert', async () => {
  const { user, http } = renderGuide(OF_USER);
  await user.click((await findGuide()).getByRole('button', { name: 'Processes of the user' }));
  await waitFor(() => expect(http.bodies(CREATE)).toHaveLength(1));
  expect(http.bodies(CREATE)[0]).toEqual({
    query: 'SELECT name FROM processes WHERE uid = 33',
    agent_ids: ['agent-1'],
    alert_ids: ['alert-1'],
  });
});

test('says which field a query was filled from', async () => {
  renderGuide(OF_USER);
  const list = await screen.findByTestId('webServerRceSubstitutions');
  expect(list.textContent).toBe('Filled from the alert: process.user.id = 33');
});

test('says so when another field had to stand in', async () => {
  const { process: _process, ...event } = toSampleAlert().event;
  renderGuide(OF_USER, { ...toSampleAlert(), event: { ...event, process: { name: 'sh' } } });
  const list = await screen.findByTestId('webServerRceSubstitutions');
  expect(list.textContent).toContain('user.id = 33');
  expect(list.textContent).toContain('(the alert has no process.user.id)');
});

test('explains a query that can not be filled and offers its template instead of a button', async () => {
  const { user, http } = renderGuide(OF_USER, withEvent({ process: {}, user: {} }));
  const block = within(await screen.findByTestId('webServerRceQuery'));
  expect(block.getByText('“Processes of the user” can not be run for this alert')).toBeDefined();
  expect(block.getByText(/The alert has no process\.user\.id/)).toBeDefined();
  expect(block.queryByRole('button', { name: 'Processes of the user' })).toBeNull();
  await user.click(block.getByRole('button', { name: /Template/ }));
  expect(block.getByTestId('webServerRceSql').textContent).toContain('{{process.user.id}}');
  expect(http.bodies(CREATE)).toEqual([]);
});

test('runs all queries that can be run with one click', async () => {
  const { user, http } = renderGuide(
    `${PORTS}\n\n${OF_USER}\n\n${toBlock('Broken', 'SELECT {{no.such.field}}')}`
  );
  await user.click(await (await findGuide()).findByRole('button', { name: 'Run all 2 queries' }));
  await waitFor(() => expect(http.bodies(CREATE)).toHaveLength(2));
});

test('shows a block that is no query as it stands, with the place of the fault', async () => {
  renderGuide('Text\n\n!{osquery{"label":"x", query}}');
  expect(await screen.findByText(/can not be read \(line 3, column/)).toBeDefined();
  expect(screen.getByText('!{osquery{"label":"x", query}}')).toBeDefined();
});

test('draws no HTML and follows no script link of a guide', async () => {
  const { user } = renderGuide('<img src=x onerror=alert(1)> [press](javascript:alert(1))');
  const guide = await screen.findByTestId('webServerRceGuide');
  await user.click(within(guide).getByRole('button', { name: /Background/ }));
  await waitFor(() => expect(guide.textContent).toContain('press'));
  expect(guide.querySelector('img, script, a[href^="javascript"]')).toBeNull();
});

test('shows a hostile value in the SQL by its codes and quoted', async () => {
  const hostile = `x' OR 1=1 --\u202e`;
  const query = "SELECT * FROM processes WHERE name = '{{process.name}}'";
  const { user } = renderGuide(
    toBlock('By name', query),
    withEvent({ process: { name: hostile } })
  );
  const fold = (await findGuide()).getByRole('button', { name: 'SQL that is run' });
  expect(screen.queryByTestId('webServerRceSql')).toBeNull();
  await user.click(fold);
  expect(screen.getByTestId('webServerRceSql').textContent).toContain(
    String.raw`name = 'x'' OR 1=1 --\u{202e}'`
  );
});
