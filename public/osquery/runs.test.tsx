// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { EVIDENCE_MARK } from '../../common/osquery/evidence_mark';
import type { PageHost } from '../app/host';
import { httpError, type Answers } from '../../test/browser_app/fake_http';
import { renderApp, type RenderedApp } from '../../test/browser_app/render_app';
import { NOW, toFilledGuide, toSampleAlert } from '../../test/browser_app/sample_alerts';

afterEach(cleanup);

const GUIDE = '!{osquery{"label":"Ports","query":"SELECT pid, port FROM listening_ports"}}';
const CREATE = 'POST /api/osquery/live_queries';
const DETAILS = 'GET /api/osquery/live_queries/*';
const RESULTS = 'GET /api/osquery/live_queries/*/results/*';
const AGENT = 'GET /internal/osquery/fleet_wrapper/agents/*';

const toDetails = (counts: Record<string, number>, status = 'running') => ({
  data: {
    action_id: 'action-1',
    '@timestamp': NOW,
    expiration: '2026-11-24T03:05:00.000Z',
    status,
    queries: [{ action_id: 'query-1', pending: 1, ...counts }],
  },
});
const DONE = { pending: 0, responded: 1, successful: 1 };
const toRows = (...rows: Record<string, string>[]): unknown => ({
  data: { total: rows.length, edges: rows.map((osquery) => ({ _source: { osquery } })) },
});

const runPorts = async (answers: Answers, host: Partial<PageHost> = {}): Promise<RenderedApp> => {
  const app = renderApp({
    host,
    path: '/alerts/alert-1?tab=investigate',
    answers: {
      'GET /internal/web_server_rce/alerts/*/guide': () => ({
        parts: toFilledGuide(GUIDE, toSampleAlert()),
      }),
      [CREATE]: () => ({ data: { action_id: 'action-1', queries: [{ action_id: 'query-1' }] } }),
      [RESULTS]: () => toRows(),
      ...answers,
    },
  });
  await app.user.click(await findPortsButton());
  return app;
};

const findPortsButton = async (): Promise<HTMLElement> =>
  within(await screen.findByTestId('webServerRceQuery')).findByRole('button', { name: 'Ports' });

const findState = (text: RegExp): Promise<HTMLElement> =>
  waitFor(() => {
    const state = screen.getByTestId('webServerRceRunState');
    expect(state.textContent).toMatch(text);
    return state;
  });

test('waits, shows rows as they come, and ends with all of them', async () => {
  let asked = 0;
  await runPorts({
    [DETAILS]: () =>
      toDetails(asked < 3 ? {} : { ...DONE, docs: 2 }, asked < 3 ? 'running' : 'completed'),
    [RESULTS]: () => {
      asked += 1;
      if (asked === 1) return toRows();
      if (asked === 2) return toRows({ pid: '9', port: '80' });
      return toRows({ pid: '9', port: '80' }, { pid: '10', port: '443' });
    },
  });
  const waiting = await findState(/Waiting for the agent to answer/);
  expect(waiting.getAttribute('aria-live')).toBe('polite');
  await findState(/^1 row so far, more are coming/);
  expect(screen.getByText('80')).toBeDefined();
  await findState(/^2 rows$/);
  expect(screen.getByText('443')).toBeDefined();
});

test('keeps in the alert’s history which query ran where', async () => {
  const { http } = await runPorts({ [DETAILS]: () => toDetails(DONE, 'completed') });
  const kept = 'POST /internal/web_server_rce/alerts/alert-1/triage';
  await waitFor(() => expect(http.bodies(kept)).toHaveLength(1));
  expect(http.bodies(kept)).toEqual([
    {
      change: {
        kind: 'run',
        label: 'Ports',
        query: 'SELECT pid, port FROM listening_ports',
        actionId: 'query-1',
        agentId: 'agent-1',
      },
    },
  ]);
});

test('says that a query ran and found nothing', async () => {
  await runPorts({ [DETAILS]: () => toDetails(DONE, 'completed') });
  await findState(/The query ran and found no rows/);
});

test('shows Osquery’s own words for a query it could not run', async () => {
  await runPorts({
    [DETAILS]: () => toDetails({ ...DONE, successful: 0, failed: 1 }, 'completed'),
    'GET /api/osquery/action_results/*': () => ({
      edges: [{ fields: { error: ['no such table: listening_portz'] } }],
    }),
  });
  await findState(/Osquery could not run the query.*no such table: listening_portz/s);
});

test('asks Kibana 8.12’s search for those words where the newer route is not there', async () => {
  await runPorts({
    [DETAILS]: () => toDetails({ ...DONE, successful: 0, failed: 1 }, 'completed'),
    'POST /internal/search/osquerySearchStrategy': () => ({
      edges: [{ fields: { error: ['near "SELEC": syntax error'] } }],
    }),
  });
  await findState(/near "SELEC": syntax error/);
});

test('says that the agent is offline before and after a query is sent', async () => {
  await runPorts({
    [DETAILS]: () => toDetails({}),
    [AGENT]: () => ({
      item: { id: 'agent-1', status: 'offline', last_checkin: '2026-11-24T02:00:00.000Z' },
    }),
  });
  expect((await screen.findByTestId('webServerRceAgentOffline')).textContent).toContain(
    'offline, last seen 1 hour ago'
  );
  await findState(/The agent is offline \(last seen: 1 hour ago\)/);
});

test('says that an agent did not answer in time and lets the query be run again', async () => {
  const { user, http } = await runPorts({ [DETAILS]: () => toDetails({}, 'completed') });
  await findState(/did not answer before the query expired/);
  await user.click(await findPortsButton());
  await waitFor(() => expect(http.bodies(CREATE)).toHaveLength(2));
});

test('stops asking after five minutes where Kibana keeps a query for two weeks, and says until when', async () => {
  let now = Date.parse(NOW);
  const twoWeeksOn = new Date(now + 14 * 86_400_000).toISOString();
  let asked = 0;
  await runPorts(
    {
      [DETAILS]: () => {
        asked += 1;
        return { data: { ...toDetails({}).data, expiration: twoWeeksOn } };
      },
    },
    { now: () => new Date(now) }
  );
  await findState(/Waiting for the agent to answer/);
  now += 5 * 60_000;
  await findState(/not answered yet. The query is still queued for it until Dec 8, 2026/);
  const askedUntilThen = asked;
  await new Promise((resolve) => setTimeout(resolve, 2500));
  expect(asked).toBe(askedUntilThen);
  expect(await findPortsButton()).toHaveProperty('disabled', false);
});

test('tells a reader without the right to run queries whom to ask, and keeps the SQL at hand', async () => {
  await runPorts({
    [CREATE]: () => {
      throw httpError(403, { message: 'Forbidden' });
    },
  });
  await findState(/You may not run live queries.*Osquery privilege/);
  expect(screen.getByRole('button', { name: 'Copy SQL' })).toBeDefined();
});

test('tells a reader whose query Kibana took, but who may not ask for its state, which right is missing', async () => {
  await runPorts({
    [DETAILS]: () => {
      throw httpError(403, { message: 'Forbidden' });
    },
  });
  await findState(/Kibana took the query, but you may not see.*“Read” of Osquery/);
  expect(screen.queryByText('Ask again')).toBeNull();
});

test('says what the server said when it did not take the query', async () => {
  await runPorts({
    [CREATE]: () => {
      throw httpError(500, { message: 'Error occurred while processing' });
    },
  });
  await findState(/Kibana did not take the query.*500: Error occurred while processing/s);
});

test('tells rows that were returned but may not be read from no rows', async () => {
  await runPorts({ [DETAILS]: () => toDetails({ docs: 3 }, 'completed') });
  await findState(/you can not read them: ask for read access to the indices/);
});

test('lists what this browser ran and what Kibana remembers, newest first', async () => {
  const { user } = await runPorts({
    [DETAILS]: () => toDetails(DONE, 'completed'),
    'GET /api/osquery/live_queries': () => ({
      data: {
        items: [
          {
            fields: {
              action_id: ['action-0'],
              alert_ids: ['alert-1'],
              '@timestamp': ['2026-11-24T02:00:00.000Z'],
              agents: ['agent-1'],
              queries: [{ action_id: ['query-0'], query: ['SELECT * FROM crontab'] }],
            },
          },
        ],
      },
    }),
  });
  await findState(/no rows/);
  await user.click(screen.getByRole('button', { name: 'All 2 runs of this alert' }));
  const list = within(await screen.findByTestId('webServerRceRunList'));
  const [first, second] = list.getAllByTestId('webServerRceRun');
  expect(first?.textContent).toContain('Ports');
  expect(second?.textContent).toContain('Osquery query 1 hour ago');
});

test('shows what the host answered for an earlier alert, and that it was before the exec', async () => {
  const { eventTime } = toSampleAlert();
  const before = new Date(Date.parse(eventTime) - 12_000).toISOString();
  const { http } = renderApp({
    path: '/alerts/alert-1?tab=investigate',
    answers: {
      'GET /internal/web_server_rce/alerts/*/guide': () => ({
        parts: toFilledGuide(GUIDE, toSampleAlert()),
      }),
      [DETAILS]: () => toDetails(DONE, 'completed'),
      [RESULTS]: () => toRows(),
      'GET /api/osquery/live_queries': () => ({
        data: {
          items: [
            {
              _source: {
                ...{ action_id: 'action-0', alert_ids: ['alert-0'], '@timestamp': before },
                ...{ agents: ['agent-1'], metadata: EVIDENCE_MARK },
                queries: [
                  {
                    action_id: 'query-0',
                    id: 'Ports',
                    query: 'SELECT pid, port FROM listening_ports',
                  },
                  { action_id: 'query-1', id: 'Others', query: 'SELECT 1' },
                ],
              },
            },
          ],
        },
      }),
    },
  });
  expect((await screen.findByTestId('webServerRceEvidence')).textContent).toContain(
    'Evidence taken 12 s before the exec, for an earlier alert of this host: 1 query.'
  );
  await findState(/no rows/);
  expect(screen.getByText(/evidence, 12 s before the exec/)).toBeDefined();
  expect(http.bodies(CREATE)).toEqual([]);
});

const UNAVAILABLE: [what: string, answers: Answers, host: Partial<PageHost>, sentence: RegExp][] = [
  ['the plugin is missing', {}, { osqueryInstalled: false }, /Osquery plugin is not installed/],
  [
    'the reader may not read rows',
    {
      [AGENT]: () => {
        throw httpError(403, {});
      },
    },
    { osqueryRights: { mayRead: false, mayWrite: false, mayCancel: false } },
    /You have no right to Osquery here/,
  ],
  [
    'the integration is missing',
    { 'GET /internal/osquery/status': () => ({}) },
    {},
    /Osquery Manager integration is not installed/,
  ],
  [
    'nothing is known of the agent',
    {
      [AGENT]: () => {
        throw httpError(404, {});
      },
    },
    {},
    /Nothing is known here of the agent agent-1/,
  ],
];

test.each(UNAVAILABLE)(
  'offers SQL to copy instead of buttons where %s',
  async (_what, answers, host, sentence) => {
    renderApp({ path: '/alerts/alert-1?tab=investigate', answers, host });
    const notice = await screen.findByTestId('webServerRceOsqueryUnavailable');
    expect(notice.textContent).toMatch(sentence);
    await screen.findByTestId('webServerRceGuide');
    expect(screen.queryByTestId('webServerRceRunQuery')).toBeNull();
    expect(screen.queryByTestId('webServerRceRunAll')).toBeNull();
    expect(screen.getAllByRole('button', { name: 'Copy SQL' }).length).toBeGreaterThan(0);
  }
);

test('warns when the agent sits on another machine than the alert speaks of', async () => {
  renderApp({
    path: '/alerts/alert-1?tab=investigate',
    answers: {
      [AGENT]: () => ({
        item: { id: 'agent-1', status: 'online', local_metadata: { host: { hostname: 'laptop' } } },
      }),
    },
  });
  expect(
    await screen.findByText('This agent runs on laptop, the alert’s host is web-01')
  ).toBeDefined();
});

test('sorts numbers as numbers, hides columns, and shows and copies a whole value', async () => {
  const long = `php ${'x'.repeat(300)}`;
  const { user } = await runPorts({
    [DETAILS]: () => toDetails({ ...DONE, docs: 3 }, 'completed'),
    [RESULTS]: () =>
      toRows({ pid: '9', cmd: long }, { pid: '100', cmd: '<b>x</b>' }, { pid: '20', cmd: '' }),
  });
  const table = within(await screen.findByTestId('webServerRceResultRows'));
  const pids = (): string[] =>
    table
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.querySelector('td')?.textContent ?? '')
      .map((text) => text.replaceAll(/\D/g, ''));
  await user.click(within(table.getByRole('columnheader', { name: /pid/ })).getByRole('button'));
  await waitFor(() => expect(pids()).toEqual(['9', '20', '100']));
  await user.click(table.getByText(/^php x+/));
  expect(await screen.findByText(long)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Columns 2/2' }));
  await user.click(await screen.findByRole('switch', { name: 'cmd' }));
  await waitFor(() => expect(table.queryByText('<b>x</b>')).toBeNull());
});

test('draws one page of ten thousand rows', async () => {
  const rows = Array.from({ length: 9999 }, (_row, index) => ({ pid: String(index) }));
  await runPorts({
    [DETAILS]: () => toDetails({ ...DONE, docs: 12_000 }, 'completed'),
    [RESULTS]: () => ({
      data: { total: 12_000, edges: rows.map((osquery) => ({ _source: { osquery } })) },
    }),
  });
  await findState(/12,000 rows, of which the first 9,999 are shown/);
  expect(within(screen.getByTestId('webServerRceResultRows')).getAllByRole('row')).toHaveLength(11);
});

test('filters many rows by words and saves only those that are left', async () => {
  const rows = Array.from({ length: 12 }, (_row, index) => ({ pid: String(index), cmd: 'nginx' }));
  const { user } = await runPorts({
    [DETAILS]: () => toDetails({ ...DONE, docs: 13 }, 'completed'),
    [RESULTS]: () => toRows(...rows, { pid: '666', cmd: 'nc -e /bin/sh' }),
  });
  const filter = await screen.findByRole('searchbox', { name: 'Filter rows' });
  await user.type(filter, 'NC sh');
  expect(await screen.findByText(/^1 of 13 rows; only these/)).toBeDefined();
  expect(within(screen.getByTestId('webServerRceResultRows')).getAllByRole('row')).toHaveLength(2);
  await user.type(filter, ' no such thing');
  expect(await screen.findByText('No row has these words.')).toBeDefined();
});

test('sends one query for a double click', async () => {
  const { user, http } = await runPorts({ [DETAILS]: () => toDetails({}) });
  const sent = (): number => http.bodies(CREATE).length;
  await findState(/Waiting/);
  const before = sent();
  await user.dblClick(await findPortsButton());
  await waitFor(() => expect(sent()).toBe(before + 1));
});

test('stops a run where the host can, and offers it nowhere else', async () => {
  let isStopped = false;
  const answers: Answers = {
    [DETAILS]: () =>
      isStopped ? toDetails({ pending: 0, responded: 1, failed: 1 }, 'completed') : toDetails({}),
    'GET /api/osquery/action_results/*': () => ({
      edges: [{ fields: { error: ['The query was stopped before it was done.'] } }],
    }),
    'POST /api/osquery/live_queries/*/_cancel': () => {
      isStopped = true;
      return {};
    },
  };
  const { user } = await runPorts(answers, {
    osqueryRights: { mayRead: true, mayWrite: true, mayCancel: true },
  });
  await user.click(await screen.findByRole('button', { name: 'Stop' }));
  const state = await findState(/could not run the query/);
  expect(state.textContent).toContain('stopped before it was done');
  expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
  cleanup();
  isStopped = false;
  await runPorts(answers);
  await findState(/Waiting/);
  expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull();
});

test('says that there are more rows than were counted', async () => {
  await runPorts({
    [DETAILS]: () => toDetails({ ...DONE, docs: 62_486 }, 'completed'),
    [RESULTS]: () => ({
      data: {
        total: { value: 62_486, relation: 'gte' },
        edges: [{ _source: { osquery: { a: '1' } } }],
      },
    }),
  });
  await findState(/More than 62,486 rows, of which the first 1 are shown/);
});

test('makes nothing but text of what attackers put into rows', async () => {
  const hostile = [
    '<img src=x onerror="window.hit = 1">',
    '<script>window.hit = 1</script>',
    'javascript:window.hit=1',
    '[x](javascript:window.hit=1)',
    '"><svg/onload=window.hit=1>',
    '{{constructor.constructor("window.hit = 1")()}}',
  ];
  const rows = hostile.map((text) => ({ [text]: text, __proto__x: text, constructor: text }));
  await runPorts({
    [DETAILS]: () => toDetails({ ...DONE, docs: rows.length }, 'completed'),
    [RESULTS]: () => toRows(...rows),
  });
  const table = await screen.findByTestId('webServerRceResultRows');
  for (const text of hostile) expect(table.textContent).toContain(text);
  expect(table.querySelector('img, script, svg[onload], iframe, [onerror], [href]')).toBeNull();
  expect(window).not.toHaveProperty('hit');
});

/** Runs of one query in Kibana's list: the first is a rule's, of half a second after the event. */
const HISTORY = {
  data: {
    items: [
      {
        _source: {
          action_id: 'action-0',
          '@timestamp': new Date(Date.parse(toSampleAlert().eventTime) + 400).toISOString(),
          agents: ['agent-1'],
          metadata: { web_server_rce: 'evidence' },
          queries: [{ action_id: 'query-0', query: 'SELECT pid, port FROM listening_ports' }],
        },
      },
    ],
  },
};
const TIMES = {
  edges: [
    {
      fields: {
        started_at: ['2026-11-24T03:00:00.000Z'],
        completed_at: ['2026-11-24T03:00:00.200Z'],
      },
    },
  ],
};

test('shows evidence as evidence, with how soon it was taken and how long it took', async () => {
  renderApp({
    path: '/alerts/alert-1?tab=investigate',
    answers: {
      'GET /internal/web_server_rce/alerts/*/guide': () => ({
        parts: toFilledGuide(GUIDE, toSampleAlert()),
      }),
      'GET /api/osquery/live_queries': () => HISTORY,
      'GET /api/osquery/action_results/*': () => TIMES,
      [DETAILS]: () => ({
        data: {
          action_id: 'action-0',
          status: 'completed',
          queries: [{ action_id: 'query-0', ...DONE, docs: 1 }],
        },
      }),
      [RESULTS]: () => toRows({ pid: '9', port: '80' }),
    },
  });
  const panel = await screen.findByTestId('webServerRceEvidence');
  expect(panel.textContent).toContain('Evidence taken 0.4 s after the exec: 1 query');
  await screen.findByText('80');
  const run = screen.getByTestId('webServerRceRun');
  await waitFor(() => expect(run.textContent).toContain('took 0.2 s'));
  expect(run.textContent).toMatch(/evidence, 0\.4 s after the exec · agent agent-1/);
});

test('tells beside the story what the host held of the alert’s own', async () => {
  const { user, history } = renderApp({
    path: '/alerts/alert-1',
    answers: {
      'GET /internal/web_server_rce/alerts/*/guide': () => ({
        parts: toFilledGuide(GUIDE, toSampleAlert()),
      }),
      'GET /api/osquery/live_queries': () => HISTORY,
      [DETAILS]: () => ({
        data: {
          action_id: 'action-0',
          status: 'completed',
          queries: [{ action_id: 'query-0', ...DONE, docs: 2 }],
        },
      }),
      [RESULTS]: () =>
        toRows({ pid: '9', port: '80' }, { pid: '10', remote_address: '203.0.113.9' }),
    },
  });
  await screen.findByText('Out of 2 rows from 1 query.');
  const findings = screen.getByTestId('webServerRceHostFindings');
  expect(findings.textContent).toContain('pid 10 · remote_address 203.0.113.9');
  expect(findings.textContent).not.toContain('pid 9');
  await user.click(within(findings).getByRole('button', { name: 'All queries and rows' }));
  expect(new URLSearchParams(history.location.search).get('tab')).toBe('investigate');
});

test('says beside the story that the host was not asked yet', async () => {
  renderApp({ path: '/alerts/alert-1' });
  expect((await screen.findByTestId('webServerRceHostFindings')).textContent).toContain(
    'The host was not asked anything yet.'
  );
});

test('sets a run beside the evidence: what was added and what is gone', async () => {
  const { user } = await runPorts({
    'GET /api/osquery/live_queries': () => HISTORY,
    [DETAILS]: ({ path }) => ({
      data: {
        action_id: 'x',
        status: 'completed',
        queries: [
          { action_id: path.endsWith('action-0') ? 'query-0' : 'query-1', ...DONE, docs: 2 },
        ],
      },
    }),
    [RESULTS]: ({ path }) =>
      path.endsWith('query-0')
        ? toRows({ pid: '9', port: '80' }, { pid: '31337', port: '4444' })
        : toRows({ pid: '9', port: '80' }, { pid: '10', port: '443' }),
  });
  const choice = await screen.findByRole('combobox', { name: /Compare with/ });
  await user.selectOptions(choice, 'query-0');
  const comparison = await screen.findByTestId('webServerRceComparison');
  await waitFor(() =>
    expect(comparison.textContent).toContain('1 added, 0 changed, 1 gone, 1 the same')
  );
  const rows = within(comparison)
    .getAllByRole('row')
    .map((row) => row.textContent);
  expect(rows.some((text) => /gone.*31337.*4444/.test(text ?? ''))).toBe(true);
});

test('puts the rows of the alert first, says why, and shows them on the whole screen', async () => {
  const pid = '4711';
  const { user } = await runPorts({
    [DETAILS]: () => toDetails({ ...DONE, docs: 3 }, 'completed'),
    [RESULTS]: () =>
      toRows({ pid: '2', parent: '0' }, { pid: '5', parent: '2' }, { pid, parent: '1' }),
  });
  const findCells = async (): Promise<(string | null)[]> => {
    const table = await screen.findByTestId('webServerRceResultRows');
    return within(table)
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.textContent);
  };
  await waitFor(async () => expect((await findCells())[0]).toMatch(new RegExp(`process.*${pid}`)));
  await user.click(screen.getByRole('button', { name: 'Full screen' }));
  expect(await screen.findByTestId('webServerRceFullScreen')).toBeDefined();
  expect(await findCells()).toHaveLength(3);
});
