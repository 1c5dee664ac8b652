// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { httpError } from '../../test/browser_app/fake_http';
import { renderApp } from '../../test/browser_app/render_app';
import { toAlertOfProcess, toPage, toSampleAlert } from '../../test/browser_app/sample_alerts';

afterEach(cleanup);

const FIND = 'POST /internal/web_server_rce/alerts/_find';
const COUNT = 'POST /internal/web_server_rce/alerts/_count';
const GET = 'GET /internal/web_server_rce/alerts/*';

const findFlyout = async (): Promise<ReturnType<typeof within>> =>
  within(await screen.findByRole('dialog'));

test('a link opens its alert even where the table’s page does not have it', async () => {
  renderApp({ path: '/alerts/alert-1', answers: { [FIND]: () => toPage([]) } });
  const flyout = await findFlyout();
  expect(await flyout.findByRole('heading', { name: 'php-fpm8.2 → dash on web-01' })).toBeDefined();
  expect(flyout.queryByRole('button', { name: /Next alert/ })).toBeNull();
});

test('tells what happened in the reader’s language, not in that of the server', async () => {
  renderApp({ path: '/alerts/alert-1' });
  const reason = await screen.findByTestId('webServerRceReason');
  expect(reason.textContent).toBe(
    'Web server process php-fpm8.2 started dash as user www-data on web-01: sh -c whoami'
  );
});

test('shows who started whom, with user, directory and command', async () => {
  renderApp({ path: '/alerts/alert-1' });
  const chain = await screen.findByTestId('webServerRceProcessChain');
  expect(chain.textContent).toMatch(
    /php-fpm8\.2.*pid 800.*php-fpm: pool www.*dash.*pid 4711.*www-data \(33\).*\/srv\/www.*sh -c whoami/s
  );
});

test('shows a parent that was guessed as a guess, with its grounds', async () => {
  const sample = toSampleAlert();
  const alert = { ...sample, event: { ...sample.event, labels: { parent_guess: 'sole_server' } } };
  renderApp({ path: '/alerts/alert-1', answers: { [GET]: () => ({ alert }) } });
  const chain = within(await screen.findByTestId('webServerRceProcessChain'));
  const guesses = chain.getAllByTestId('webServerRceParentGuess').map((one) => one.textContent);
  expect(guesses).toEqual([expect.stringMatching(/A guess.*the only server that can have forked/)]);
});

test('says for every clause of the query what the event has for it', async () => {
  renderApp({ path: '/alerts/alert-1' });
  const why = within(await screen.findByTestId('webServerRceWhy'));
  const lines = why.getAllByRole('row').map((row) => row.textContent ?? '');
  expect(lines.find((line) => line.includes('process.parent.executable'))).toContain(
    '/usr/sbin/php-fpm8.2'
  );
  expect(lines.find((line) => line.includes('process.args'))).toContain('"whoami"');
  expect(screen.queryByText('The stored event does not fit the stored query')).toBeNull();
});

test('says so when the stored event does not fit the stored query', async () => {
  const alert = toAlertOfProcess('alert-1', { args: ['convert'] });
  renderApp({ path: '/alerts/alert-1', answers: { [GET]: () => ({ alert }) } });
  expect(await screen.findByText('The stored event does not fit the stored query')).toBeDefined();
});

test('points to the place of the mistake in a query that can not be read', async () => {
  const alert = toSampleAlert({ query: 'process where where' });
  renderApp({ path: '/alerts/alert-1', answers: { [GET]: () => ({ alert }) } });
  expect(await screen.findByText(/^Line 1, column 15:/)).toBeDefined();
});

test('goes to the next alert with the button and back with the key k, keeping the tab', async () => {
  const alerts = [toSampleAlert(), toAlertOfProcess('alert-2', { name: 'bash' })];
  const { user, history } = renderApp({
    path: '/alerts/alert-1?tab=details',
    answers: {
      [FIND]: () => toPage(alerts),
      [GET]: ({ path }) => ({ alert: alerts.find(({ id }) => path.endsWith(id)) }),
    },
  });
  const flyout = await findFlyout();
  expect(await flyout.findByText('1 of 2')).toBeDefined();
  await user.click(flyout.getByRole('button', { name: /Next alert/ }));
  expect(history.location.pathname + history.location.search).toBe('/alerts/alert-2?tab=details');
  flyout.getByRole('tab', { name: 'Details' }).focus();
  await user.keyboard('k');
  expect(history.location.pathname).toBe('/alerts/alert-1');
});

test('a tab starts at its top, wherever the one before was scrolled to', async () => {
  const { user } = renderApp({ path: '/alerts/alert-1' });
  const flyout = await findFlyout();
  await flyout.findByTestId('webServerRceReason');
  const findScrolled = (): Element | null => document.querySelector('.euiFlyoutBody__overflow');
  Object.assign(findScrolled() ?? {}, { scrollTop: 500 });
  expect(findScrolled()?.scrollTop).toBe(500);
  await user.click(flyout.getByRole('tab', { name: 'Details' }));
  expect(findScrolled()?.scrollTop).toBe(0);
});

test('goes on to the next alert after the open one was closed and left the table', async () => {
  const [first, second] = [toSampleAlert(), toAlertOfProcess('alert-2', { name: 'bash' })];
  let isClosed = false;
  const { user, history } = renderApp({
    path: '/alerts/alert-1',
    answers: {
      [FIND]: () => toPage(isClosed ? [second] : [first, second]),
      [GET]: ({ path }) => ({ alert: path.endsWith('alert-2') ? second : first }),
      'POST /internal/web_server_rce/alerts/_status': ({ body }) => {
        isClosed = true;
        return body;
      },
    },
  });
  const flyout = await findFlyout();
  await flyout.findByText('1 of 2');
  await user.click(flyout.getByTestId('webServerRceSet-closed'));
  await waitFor(() => expect(flyout.queryByText('1 of 2')).toBeNull());
  await user.click(flyout.getByRole('button', { name: /Next alert/ }));
  expect(history.location.pathname).toBe('/alerts/alert-2');
});

test('is no modal dialog: the page beside it can have the focus, and has it back', async () => {
  const { user } = renderApp({ path: '/' });
  const row = await screen.findByTestId('webServerRceOpenAlert');
  await user.click(row);
  const dialog = await screen.findByRole('dialog');
  await waitFor(() => expect(document.activeElement).toBe(dialog));
  expect(dialog.getAttribute('aria-modal')).toBeNull();
  await user.tab({ shift: true });
  expect(dialog.contains(document.activeElement)).toBe(false);
  dialog.focus();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(document.activeElement).toBe(row);
});

test('closes with Escape and leaves the filters of the table alone', async () => {
  const { user, history } = renderApp({ path: '/alerts/alert-1?host=web-01&tab=investigate' });
  await findFlyout();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(history.location.pathname + history.location.search).toBe('/?host=web-01');
});

test('acknowledges from the footer and offers to undo it', async () => {
  const { user, http, notices } = renderApp({
    path: '/alerts/alert-1',
    answers: { 'POST /internal/web_server_rce/alerts/_status': ({ body }) => body },
  });
  await user.click(await screen.findByTestId('webServerRceSet-acknowledged'));
  await waitFor(() => expect(notices).toHaveLength(1));
  expect(notices[0]).toMatchObject({ title: '1 alert acknowledged', action: { label: 'Undo' } });
  expect(http.bodies('POST /internal/web_server_rce/alerts/_status')).toEqual([
    { ids: ['alert-1'], status: 'acknowledged' },
  ]);
});

test('tells a reader without the right to write why there is nothing to press', async () => {
  renderApp({ path: '/alerts/alert-1', host: { mayWrite: false } });
  expect(
    await screen.findByText('Changing the status needs the privilege “All” of Web Server RCE.')
  ).toBeDefined();
  expect(screen.queryByTestId('webServerRceSet-acknowledged')).toBeNull();
});

test('filters the table by a field of the alert', async () => {
  const { user, history } = renderApp({ path: '/alerts/alert-1?tab=details' });
  await user.click(
    await screen.findByRole('button', { name: 'Filter the table by this host.name' })
  );
  expect(history.location.search).toBe('?tab=details&host=web-01');
});

test('counts the other alerts of the host and shows them on a click', async () => {
  const { user, http, history } = renderApp({
    path: '/alerts/alert-1',
    answers: { [COUNT]: () => ({ counts: [4, 1] }) },
  });
  await user.click(
    await screen.findByText('web-01: 3 other alerts within 48 hours before or after')
  );
  expect(history.location.search).toContain('status=any&host=web-01&from=2026-11-22T02');
  const time = { from: '2026-11-22T02:58:00.000Z', to: '2026-11-26T02:58:00.000Z' };
  const all = {
    ...{ statuses: [], hosts: [], users: [], servers: [], sources: [] },
    ...{ signKinds: [], assignees: [], search: '' },
  };
  expect(http.bodies(COUNT)).toEqual([
    {
      filters: [
        { ...all, hosts: ['web-01'], ...time },
        { ...all, users: ['www-data'], ...time },
      ],
    },
  ]);
});

test('says which alert does not exist', async () => {
  renderApp({
    path: '/alerts/gone',
    answers: {
      [GET]: () => {
        throw httpError(404, { attributes: { code: 'alert_not_found', values: { id: 'gone' } } });
      },
    },
  });
  expect((await screen.findByRole('alert')).textContent).toContain('There is no alert gone');
});

test('shows hostile values of the event as text in every tab', async () => {
  const hostile = '<img src=x onerror=alert(1)>[x](javascript:alert(1))\u202e';
  const alert = toAlertOfProcess('alert-1', {
    name: hostile,
    command_line: hostile,
    args: ['id', hostile],
  });
  const { user } = renderApp({ path: '/alerts/alert-1', answers: { [GET]: () => ({ alert }) } });
  const dialog = await screen.findByRole('dialog');
  for (const tab of ['Story', 'Details']) {
    await user.click(await within(dialog).findByRole('tab', { name: tab }));
    expect(dialog.textContent).toContain('<img src=x onerror=alert(1)>');
    expect(dialog.textContent).not.toContain('\u202e');
    expect(dialog.querySelector('img, a[href^="javascript"]')).toBeNull();
  }
});

test('says that an event without host and user leaves nothing to look for around it', async () => {
  const { host: _host, user: _user, ...event } = toSampleAlert().event;
  renderApp({
    path: '/alerts/alert-1',
    answers: { [GET]: () => ({ alert: toSampleAlert({ event }) }) },
  });
  expect((await screen.findByTestId('webServerRceRelated')).textContent).toBe(
    'The event names neither host nor user to look for.'
  );
});

test('an alert that could not be read does not look as if it were still coming', async () => {
  renderApp({
    path: '/alerts/alert-1',
    answers: {
      [GET]: () => {
        throw httpError(404, { message: 'There is no alert' });
      },
    },
  });
  await screen.findByText('The alert could not be read');
  expect(document.querySelector('[class*="euiSkeleton"]')).toBeNull();
});

test('opening an alert asks for its counts once and for the table’s page not again', async () => {
  const { user, http } = renderApp();
  await user.click(await screen.findByTestId('webServerRceOpenAlert'));
  await screen.findByTestId('webServerRceRelated');
  await screen.findByText('web-01: no other alert within 48 hours before or after');
  expect(http.asked.filter((request) => request === FIND)).toHaveLength(1);
  expect(http.asked.filter((request) => request === COUNT)).toHaveLength(1);
});

const STORY = 'GET /internal/web_server_rce/alerts/alert-1/story';

test('asks for the story while the alert is still on its way', async () => {
  const { http } = renderApp({
    path: '/alerts/alert-1',
    answers: { [GET]: () => new Promise(() => undefined) },
  });
  await waitFor(() => expect(http.asked).toContain(STORY));
});

test('asks once, as soon as the button of the mouse goes down on a row, and not where a row is ticked', async () => {
  const { user, http } = renderApp();
  const row = await screen.findByTestId('webServerRceOpenAlert');
  await user.pointer({ keys: '[MouseLeft>]', target: screen.getAllByRole('checkbox').at(-1) });
  await user.pointer('[/MouseLeft]');
  expect(http.asked).not.toContain(STORY);
  await user.pointer({ keys: '[MouseLeft>]', target: row });
  expect(http.asked).toContain(STORY);
  expect(screen.queryByRole('dialog')).toBeNull();
  await user.pointer('[/MouseLeft]');
  await screen.findByTestId('webServerRceStory');
  expect(http.asked.filter((request) => request === STORY)).toHaveLength(1);
});
