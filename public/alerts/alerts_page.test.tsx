// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { Alert, AlertStatus } from '../../common/alert/alert';
import type { AlertQuery } from '../../common/api/find_alerts';
import type { EventSurvey } from '../../common/api/get_event_survey';
import { httpError } from '../../test/browser_app/fake_http';
import { renderApp } from '../../test/browser_app/render_app';
import {
  ENABLED_RULE,
  toAlertOfProcess,
  toPage,
  toSampleAlert,
} from '../../test/browser_app/sample_alerts';

afterEach(cleanup);

const FIND = 'POST /internal/web_server_rce/alerts/_find';
const RULES = 'GET /internal/web_server_rce/rules';
const ENABLE = 'POST /internal/web_server_rce/rules/*/_enabled';
const STATUS = 'POST /internal/web_server_rce/alerts/_status';
const NO_ALERTS = toPage([], { statusCounts: { open: 0, acknowledged: 0, closed: 0 } });

const findRow = async (text: RegExp): Promise<HTMLElement> => {
  const rows = await screen.findAllByRole('row');
  const row = rows.find((candidate) => text.test(candidate.textContent ?? ''));
  if (row === undefined) throw new Error(`No row says ${text}.`);
  return row;
};

test('says that alerts are being loaded until the server answers', async () => {
  renderApp();
  expect(screen.getByLabelText(/Alerts are being loaded/)).toBeDefined();
  await screen.findByText('sh -c whoami');
  expect(screen.queryByLabelText(/Alerts are being loaded/)).toBeNull();
});

test('shows of each alert when, where, who, what started what, and the command', async () => {
  renderApp();
  const row = await findRow(/whoami/);
  for (const text of [
    'Nov 24',
    '02:58:00',
    'High',
    'Open',
    'web-01',
    'www-data',
    'php-fpm8.2',
    'dash',
  ]) {
    expect(row.textContent).toContain(text);
  }
});

test('names what a script was made to run, and the script behind it', async () => {
  const page = toPage([toAlertOfProcess('alert-1', { command_line: 'perl /cgi-bin/up.pl' })]);
  const alerts = page.alerts.map((alert) => ({ ...alert, tellingCommand: 'cat /etc/shadow' }));
  renderApp({ answers: { [FIND]: () => ({ ...page, alerts }) } });
  const row = await findRow(/shadow/);
  expect(within(row).getByTitle('cat /etc/shadow')).toBeDefined();
  expect(row.textContent).toContain('php-fpm8.2 → perl /cgi-bin/up.pl · www-data · web-01');
});

test('opens the alert of a row with Enter and walks between rows with the arrow keys', async () => {
  const alerts = [toSampleAlert(), toAlertOfProcess('alert-2', { command_line: 'sh -c id' })];
  const { user, history } = renderApp({ answers: { [FIND]: () => toPage(alerts) } });
  (await findRow(/whoami/)).focus();
  await user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(await findRow(/sh -c id/));
  await user.keyboard('{Enter}');
  expect(history.location.pathname).toBe('/alerts/alert-2');
});

test('asks the server for the order of the column whose head is pressed', async () => {
  const { user, http, history } = renderApp();
  await screen.findByText('sh -c whoami');
  const head = screen.getByRole('columnheader', { name: /^Severity/ });
  await user.click(within(head).getByRole('button'));
  await waitFor(() =>
    expect(http.bodies(FIND).at(-1)).toMatchObject({ sortField: 'severity', page: 0 })
  );
  expect(history.location.search).toContain('sort=severity');
});

test('reads filters, order and page from the address', async () => {
  const { http } = renderApp({
    path: '/?status=closed&host=web-02&user=root&server=nginx&sign=shell&q=curl&range=1h&sort=user&order=asc&page=3&size=50',
  });
  await waitFor(() => expect(http.bodies(FIND)).toHaveLength(1));
  expect(http.bodies(FIND)[0]).toEqual({
    statuses: ['closed'],
    hosts: ['web-02'],
    users: ['root'],
    servers: ['nginx'],
    sources: [],
    signKinds: ['shell'],
    assignees: [],
    search: 'curl',
    from: '2026-11-24T02:00:00.000Z',
    sortField: 'user',
    sortOrder: 'asc',
    page: 2,
    perPage: 50,
  });
});

test('the back button takes a filter back', async () => {
  const { user, http, history } = renderApp();
  await screen.findByText('sh -c whoami');
  await user.click(screen.getByRole('button', { name: /Closed/ }));
  await waitFor(() =>
    expect(http.bodies(FIND).at(-1)).toMatchObject({ statuses: ['open', 'acknowledged', 'closed'] })
  );
  history.goBack();
  await waitFor(() => expect(history.location.search).toBe(''));
  expect(screen.getByRole('button', { name: /Closed/ }).getAttribute('aria-pressed')).toBe('false');
});

test('searches as one types, without a step for each letter', async () => {
  const { user, http, history } = renderApp();
  await screen.findByText('sh -c whoami');
  await user.type(screen.getByRole('searchbox'), 'curl wget');
  await waitFor(() => expect(http.bodies(FIND).at(-1)).toMatchObject({ search: 'curl wget' }));
  expect(history.location.search).toBe('?q=curl+wget');
  expect(history).toHaveLength(1);
});

test('says with badges what speaks against a command, and the year where it is another one', async () => {
  const page = toPage([toSampleAlert({ eventTime: '2025-12-31T23:00:00.000Z' })]);
  const alerts = page.alerts.map((alert) => ({
    ...alert,
    signKinds: ['shell', 'secrets', 'download', 'hiding'],
  }));
  renderApp({ answers: { [FIND]: () => ({ ...page, alerts }) } });
  const row = await findRow(/whoami/);
  for (const text of ['Dec 31, 2025', 'High 73', 'Remote shell', 'File read', 'Download', '+1']) {
    expect(row.textContent).toContain(text);
  }
});

test('sums the list up in figures and bars', async () => {
  const from = '2026-11-24T00:00:00.000Z';
  const to = '2026-11-24T03:00:00.000Z';
  renderApp({
    answers: {
      'POST /internal/web_server_rce/alerts/_stats': () => ({
        ...{ hosts: 3, detectMs: 400, acknowledgeMs: 270_000 },
        histogram: { from, to, counts: [0, 4, 1] },
      }),
    },
  });
  const bars = await screen.findByRole('img', { name: /at most 4 in one bar/ });
  expect(bars.querySelectorAll('rect')).toHaveLength(3);
  const strip = screen.getByTestId('webServerRceStats').textContent;
  for (const text of ['Open1', 'Hosts3', 'detected400 ms', 'acknowledged4.5 min', 'closed–']) {
    expect(strip).toContain(text);
  }
});

test('changes everything that fits the filters, not one page, and takes it back', async () => {
  const stored = new Map(
    Array.from({ length: 130 }, (_, place) => {
      const alert = toSampleAlert({ id: `alert-${place}` });
      return [alert.id, alert];
    })
  );
  const { user, http, notices } = renderApp({
    answers: {
      [FIND]: ({ body }) => {
        const { statuses, perPage } = body as AlertQuery;
        const fitting = [...stored.values()].filter(({ status }) => statuses.includes(status));
        return toPage(fitting.slice(0, perPage), { total: fitting.length });
      },
      [STATUS]: ({ body }) => {
        const { ids, status } = body as { ids: string[]; status: AlertStatus };
        for (const id of ids) stored.set(id, toSampleAlert({ id, status }));
        return body;
      },
    },
  });
  await screen.findAllByText('sh -c whoami');
  await user.click(screen.getByLabelText('Select all rows'));
  await user.click(screen.getByTestId('webServerRceSelectMatching'));
  expect(screen.getByText('130 alerts selected')).toBeDefined();
  await user.click(screen.getByTestId('webServerRceBulk-closed'));
  await waitFor(() => expect(notices[0]?.title).toBe('130 alerts closed'));
  expect([...stored.values()].every(({ status }) => status === 'closed')).toBe(true);
  notices[0]?.action?.run();
  await waitFor(() => expect(notices).toHaveLength(2));
  expect([...stored.values()].every(({ status }) => status === 'open')).toBe(true);
  expect(http.bodies(STATUS).map((body) => (body as { ids: string[] }).ids.length)).toEqual([
    100, 30, 100, 30,
  ]);
});

test('gives the focus back to the alert that was open, however it was opened', async () => {
  const { user } = renderApp();
  await user.click(await screen.findByText('sh -c whoami'));
  await screen.findByTestId('webServerRceFlyout');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByTestId('webServerRceFlyout')).toBeNull());
  expect(document.activeElement?.getAttribute('data-test-subj')).toBe('webServerRceOpenAlert');
});

test('closes the ticked alerts and gives each its own status back on undo', async () => {
  const stored = new Map<string, Alert>(
    [toSampleAlert(), toSampleAlert({ id: 'alert-2', status: 'acknowledged' })].map((alert) => [
      alert.id,
      alert,
    ])
  );
  const { user, http, notices } = renderApp({
    path: '/?status=any',
    answers: {
      [FIND]: () => toPage([...stored.values()]),
      'POST /internal/web_server_rce/alerts/_status': ({ body }) => body,
    },
  });
  await screen.findAllByText('sh -c whoami');
  await user.click(screen.getByLabelText('Select all rows'));
  expect(screen.getByText('2 alerts selected')).toBeDefined();
  // Nobody should take a row's own button for that of all ticked rows.
  for (const button of screen.getAllByTestId('webServerRceRow-closed'))
    expect(button.hasAttribute('disabled')).toBe(true);
  await user.click(within(screen.getByTestId('webServerRceSelection')).getByText('Mark as closed'));
  await waitFor(() => expect(notices).toHaveLength(1));
  expect(notices[0]).toMatchObject({ tone: 'success', title: '2 alerts closed' });
  notices[0]?.action?.run();
  await waitFor(() => expect(notices).toHaveLength(2));
  expect(http.bodies('POST /internal/web_server_rce/alerts/_status')).toEqual([
    { ids: ['alert-1', 'alert-2'], status: 'closed' },
    { ids: ['alert-1'], status: 'open' },
    { ids: ['alert-2'], status: 'acknowledged' },
  ]);
});

test.each([
  ['the ticked alerts', false],
  ['everything that fits', true],
])('closes %s with one verdict and comment', async (_which, isEverything) => {
  const stored = new Map(
    Array.from({ length: 30 }, (_, place) => {
      const alert = toSampleAlert({ id: `alert-${place}` });
      return [alert.id, alert];
    })
  );
  const { user, http, notices } = renderApp({
    answers: {
      [FIND]: ({ body }) => {
        const { statuses, perPage } = body as AlertQuery;
        const fitting = [...stored.values()].filter(({ status }) => statuses.includes(status));
        return toPage(fitting.slice(0, perPage), { total: fitting.length });
      },
      [STATUS]: ({ body }) => {
        for (const id of (body as { ids: string[] }).ids) stored.delete(id);
        return body;
      },
    },
  });
  await screen.findAllByText('sh -c whoami');
  await user.click(screen.getByLabelText('Select all rows'));
  if (isEverything) await user.click(screen.getByTestId('webServerRceSelectMatching'));
  const count = isEverything ? 30 : 25;
  await user.click(screen.getByTestId('webServerRceCloseAs'));
  await user.click(await screen.findByLabelText('Duplicate'));
  await user.type(screen.getByTestId('webServerRceVerdictComment'), ' the same scan ');
  const save = screen.getByTestId('webServerRceCloseAsSave');
  expect(save.textContent).toBe(`Close ${count} alerts`);
  await user.click(save);
  await waitFor(() => expect(notices[0]?.title).toBe(`${count} alerts closed`));
  const [closed] = http.bodies(STATUS) as { ids: string[] }[];
  expect(closed).toMatchObject({
    status: 'closed',
    verdict: { kind: 'verdict', verdict: 'duplicate', comment: 'the same scan' },
  });
  expect(closed?.ids).toHaveLength(count);
});

test('says in the server’s words why a status was not changed', async () => {
  const { user, notices } = renderApp({
    answers: {
      'POST /internal/web_server_rce/alerts/_status': () => {
        throw httpError(503, {
          message: 'in the language of the server',
          attributes: { code: 'alert_store_unavailable', values: { reason: 'index is read-only' } },
        });
      },
    },
  });
  await user.click(within(await findRow(/whoami/)).getByRole('button', { name: /^Acknowledge/ }));
  await waitFor(() => expect(notices).toHaveLength(1));
  expect(notices[0]).toMatchObject({
    tone: 'danger',
    text: 'The stored alerts can not be reached: index is read-only. Try again in a moment.',
  });
});

test('offers to enable the rules where all are off and nothing was found', async () => {
  const absent = { kind: 'absent', id: 'rule-1', ruleId: 'seed' };
  const copy = { ...ENABLED_RULE, id: 'rule-2', isCopy: true, enabled: false };
  const { user, http } = renderApp({
    answers: {
      [FIND]: () => NO_ALERTS,
      [RULES]: () => ({ rules: [absent, copy] }),
      [ENABLE]: () => ({ rules: [ENABLED_RULE, copy] }),
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Enable the rules' }));
  await waitFor(() => expect(screen.queryByRole('switch')).toBeNull());
  expect(http.asked.filter((request) => request.startsWith('POST /internal/web_server_rce/rules')))
    // The copy is somebody else's.
    .toEqual(['POST /internal/web_server_rce/rules/rule-1/_enabled']);
});

test('has the switch of a rule that is off above the alerts: not of one that is on, not of a copy', async () => {
  const off = { ...ENABLED_RULE, id: 'rule-2', name: 'Another', enabled: false };
  const copy = { ...off, id: 'rule-3', isCopy: true, name: 'A copy' };
  const { user, http, notices } = renderApp({
    answers: {
      [RULES]: () => ({ rules: [ENABLED_RULE, off, copy] }),
      [ENABLE]: () => ({ rules: [ENABLED_RULE, { ...off, enabled: true }, copy] }),
    },
  });
  await user.click(await screen.findByRole('switch', { name: 'Another' }));
  await waitFor(() => expect(notices.at(-1)?.title).toBe('The rule is enabled'));
  expect(screen.queryByRole('switch')).toBeNull();
  expect(http.asked).toContain('POST /internal/web_server_rce/rules/rule-2/_enabled');
});

test('runs a rule from its page', async () => {
  const { user, http, notices } = renderApp({
    path: '/rules/rule-1',
    answers: {
      'POST /internal/web_server_rce/rules/rule-1/_run': () => ({ rules: [ENABLED_RULE] }),
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Run now' }));
  await waitFor(() => expect(notices.at(-1)?.title).toBe('The rule runs in a moment'));
  expect(http.asked).toContain('POST /internal/web_server_rce/rules/rule-1/_run');
});

test('says when the rule last ran and what it searched where it is on and nothing was found', async () => {
  renderApp({ answers: { [FIND]: () => NO_ALERTS } });
  const body = await screen.findByText(/last ran/);
  expect(body.textContent).toBe(
    '“Potential Remote Code Execution via Web Server” last ran 2 minutes ago and searched logs-endpoint.events.*, endgame-*, at least the last 9m of events, without a match. The next run is in 3 minutes.'
  );
});

test('shows all alerts again where none fits the filters', async () => {
  const { user, history } = renderApp({
    path: '/?host=web-09',
    answers: { [FIND]: () => NO_ALERTS },
  });
  await user.click(await screen.findByRole('button', { name: 'Show all alerts' }));
  expect(history.location.search).toBe('?status=any');
});

test('shows the server’s sentence where alerts can not be read, and reads them on a second try', async () => {
  let isDown = true;
  const { user } = renderApp({
    answers: {
      [FIND]: () => {
        if (isDown) throw httpError(500, { message: 'Data too large' });
        return toPage([toSampleAlert()]);
      },
    },
  });
  const problem = await screen.findByRole('alert');
  expect(problem.textContent).toContain('The server answered 500: Data too large');
  isDown = false;
  await user.click(within(problem).getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('sh -c whoami')).toBeDefined();
});

test('keeps the rows it has when a refresh fails, and says so', async () => {
  let isDown = false;
  const { user } = renderApp({
    answers: {
      [FIND]: () => {
        if (isDown) throw new TypeError('Failed to fetch');
        return toPage([toSampleAlert()]);
      },
    },
  });
  await screen.findByText('sh -c whoami');
  isDown = true;
  await user.click(screen.getByRole('button', { name: 'Refresh now' }));
  const problem = await screen.findByRole('alert');
  expect(problem.textContent).toContain('The server could not be reached');
  expect(screen.getByText('sh -c whoami')).toBeDefined();
});

test('repeats what the last run of the rule warned of', async () => {
  const rule = {
    ...ENABLED_RULE,
    lastRun: { outcome: 'warning', messages: ['23 matches are carried over to the next run.'] },
  };
  renderApp({ answers: { [RULES]: () => ({ rules: [rule] }) } });
  expect(await screen.findByText('23 matches are carried over to the next run.')).toBeDefined();
});

test('gives a reader without the right to write no buttons for it, but the reason', async () => {
  renderApp({ host: { mayWrite: false } });
  await screen.findByText('sh -c whoami');
  expect(await screen.findByText(/You can look, not change/)).toBeDefined();
  expect(screen.queryByRole('switch')).toBeNull();
  expect(screen.queryByRole('button', { name: /^(Acknowledge|Mark as closed)$/ })).toBeNull();
  expect(screen.queryByLabelText('Select all rows')).toBeNull();
});

test('shows hostile values as text, with hidden characters by their codes', async () => {
  const hostile = 'sh -c "<img src=x onerror=alert(1)> **b** \u202egnp.exe\u001b[2J\u200b"';
  renderApp({
    answers: { [FIND]: () => toPage([toAlertOfProcess('alert-1', { command_line: hostile })]) },
  });
  const row = await findRow(/onerror/);
  expect(row.textContent).toContain(
    'sh -c "<img src=x onerror=alert(1)> **b** \\u{202e}gnp.exe\\e[2J\\u{200b}"'
  );
  expect(row.querySelector('img')).toBeNull();
});

const SURVEY = 'GET /internal/web_server_rce/event_survey';
const RUN_RULE = {
  ...ENABLED_RULE,
  lastRun: { outcome: 'succeeded', messages: [], startedAt: '2026-11-24T02:59:00.000Z' },
};
const FULL_SURVEY = {
  events: 1179,
  isAtLeast: false,
  hosts: [{ name: 'web-01', newest: '2026-11-24T02:58:00.000Z' }],
  absentFields: [],
  problems: [],
};

const SURVEYS: [title: string, part: Partial<EventSurvey>][] = [
  ['No attack found', {}],
  ['There are no events to search', { events: 0, hosts: [] }],
  ['No alert so far', { absentFields: ['process.parent.executable'] }],
  ['No alert so far', { problems: ['/var/log/x: 3 of 9 lines can’t be used'] }],
];

test.each(SURVEYS)('says “%s” of a survey with %j', async (title, part) => {
  renderApp({
    answers: {
      [FIND]: () => NO_ALERTS,
      [RULES]: () => ({ rules: [RUN_RULE] }),
      [SURVEY]: () => ({ ...FULL_SURVEY, ...part }),
    },
  });
  const survey = await screen.findByTestId('webServerRceSurvey');
  const prompt = screen.getByTestId('webServerRceNoAlerts');
  expect(within(prompt).getByRole('heading').textContent).toBe(title);
  if (!('events' in part)) expect(survey.textContent).toContain('1,179 events were there');
  for (const text of [...(part.absentFields ?? []), ...(part.problems ?? [])]) {
    expect(prompt.textContent).toContain(text);
  }
});

test('says nothing of an attack while it is not known what was read', async () => {
  renderApp({
    answers: {
      [FIND]: () => NO_ALERTS,
      [RULES]: () => ({ rules: [RUN_RULE] }),
      [SURVEY]: () => new Promise(() => undefined),
    },
  });
  await screen.findByText('No alert so far');
  expect(screen.queryByText('No attack found')).toBeNull();
});
