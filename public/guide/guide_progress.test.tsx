// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { httpError, type Answers } from '../../test/browser_app/fake_http';
import { renderApp, type RenderedApp } from '../../test/browser_app/render_app';
import { toFilledGuide, toSampleAlert } from '../../test/browser_app/sample_alerts';

afterEach(cleanup);

const CREATE = 'POST /api/osquery/live_queries';
const HISTORY = 'GET /api/osquery/live_queries';
const toBlock = (label: string, query: string): string =>
  `!{osquery${JSON.stringify({ label, query })}}`;
const GUIDE = [
  toBlock('Ports', 'SELECT port FROM listening_ports'),
  toBlock('Cron', 'SELECT * FROM crontab'),
  toBlock('Broken', 'SELECT {{no.such.field}}'),
].join('\n\n');

const renderGuide = (answers: Answers = {}): RenderedApp =>
  renderApp({
    path: '/alerts/alert-1?tab=investigate',
    answers: {
      'GET /internal/web_server_rce/alerts/*/guide': () => ({
        parts: toFilledGuide(GUIDE, toSampleAlert()),
      }),
      ...answers,
    },
  });

const findLines = async (...lines: string[]): Promise<void> => {
  await waitFor(() =>
    expect(screen.getAllByTestId('webServerRceProgressRow').map((row) => row.textContent)).toEqual(
      lines
    )
  );
};

/** What Kibana remembers of a run of the first query, started by somebody else. */
const PORTS_RUN: Answers = {
  [HISTORY]: () => ({
    data: {
      items: [
        {
          fields: {
            action_id: ['action-0'],
            alert_ids: ['alert-1'],
            '@timestamp': ['2026-11-24T02:59:00.000Z'],
            agents: ['agent-1'],
            queries: [{ action_id: ['query-0'], query: ['SELECT port FROM listening_ports'] }],
          },
        },
      ],
    },
  }),
  'GET /api/osquery/live_queries/*': () => ({
    data: {
      action_id: 'action-0',
      status: 'completed',
      queries: [{ action_id: 'query-0', pending: 0, responded: 1, successful: 1, docs: 2 }],
    },
  }),
  'GET /api/osquery/live_queries/*/results/*': () => ({
    data: {
      total: 2,
      edges: ['80', '443'].map((port) => ({ _source: { osquery: { port } } })),
    },
  }),
};

test('shows at one glance which queries were run, by whomever, and what they found', async () => {
  renderGuide(PORTS_RUN);
  await findLines('Ports2 rows', 'CronNot run', 'BrokenCan not be run');
  expect(screen.getByRole('heading', { name: '1 of 3 queries run' })).toBeDefined();
});

test('says at once that a query is on its way or was refused', async () => {
  let refuse = (): void => undefined;
  const { user } = renderGuide({
    [CREATE]: () =>
      new Promise((_resolve, reject) => {
        refuse = () => reject(httpError(403, { message: 'Forbidden' }));
      }),
  });
  const guide = within(await screen.findByTestId('webServerRceGuide'));
  await user.click(await guide.findByRole('button', { name: 'Cron' }));
  await findLines('PortsNot run', 'CronWaiting', 'BrokenCan not be run');
  refuse();
  await findLines('PortsNot run', 'CronRefused', 'BrokenCan not be run');
});

test('a double click on “Run all” runs every query once', async () => {
  const { user, http } = renderGuide({ [CREATE]: () => new Promise(() => undefined) });
  await user.dblClick(await screen.findByRole('button', { name: 'Run all 2 queries' }));
  await findLines('PortsWaiting', 'CronWaiting', 'BrokenCan not be run');
  expect(http.bodies(CREATE)).toHaveLength(2);
});

test('a click on a query leads to its place in the guide, and so does the focus', async () => {
  const scrolled = vi.fn();
  Element.prototype.scrollIntoView = scrolled;
  const { user } = renderGuide();
  const [, row] = await screen.findAllByTestId('webServerRceProgressRow');
  await user.click(within(row as HTMLElement).getByRole('link', { name: 'Cron' }));
  expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Cron' }));
  expect(scrolled).toHaveBeenCalledWith({ block: 'start' });
});
