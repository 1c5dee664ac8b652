// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { NO_RUNS, type RunHistory, type RunRecord } from '../../common/run/run_history';
import { renderApp } from '../../test/browser_app/render_app';
import { httpError } from '../../test/browser_app/fake_http';

afterEach(cleanup);

const RUNS = 'GET /internal/web_server_rce/rules/rule-1/runs';
const AGAIN = 'POST /internal/web_server_rce/rules/rule-1/_search_again';

const toPeriod = (from: string, to: string) => ({
  from: `2026-11-24T${from}:00.000Z`,
  to: `2026-11-24T${to}:00.000Z`,
});

const RUN: RunRecord = {
  startedAt: '2026-11-24T02:58:00.000Z',
  tookMs: 1234,
  outcome: 'warning',
  searched: toPeriod('01:00', '02:58'),
  matches: 17,
  newAlerts: 4,
  quiet: 6,
  hidden: 3,
  carriedOver: 2,
  gap: toPeriod('01:00', '02:49'),
  left: [toPeriod('01:30', '01:40')],
  messages: ['Carried \u202eover.'],
  runs: 1,
};

const render = (history: RunHistory) =>
  renderApp({
    path: '/rules/rule-1/runs',
    answers: { [RUNS]: () => ({ history }), [AGAIN]: () => ({ history }) },
  });

test('tells of each run what it searched, found, left, caught up on and had to say', async () => {
  render({ ...NO_RUNS, runs: [RUN, { ...RUN, outcome: 'succeeded', runs: 30 }] });
  const { textContent } = await screen.findByTestId('webServerRceRunTable');
  for (const told of [
    'With a warning',
    '6 commands below',
    'Carried \\u{202e}over.',
    'Caught up on Nov 24, 01:00:00 – Nov 24, 02:49:00',
    'Left for the next runs: Nov 24, 01:30:00',
    '1,234 ms',
    '30 runs with nothing to tell',
  ]) {
    expect(textContent).toContain(told);
  }
});

test('shows what waits for the next run', async () => {
  const pending = [{ ...toPeriod('00:00', '01:00'), by: 'ann', at: '2026-11-24T02:00:00.000Z' }];
  render({ ...NO_RUNS, pending });
  expect((await screen.findByTestId('webServerRcePendingPeriods')).textContent).toContain('(ann)');
});

test('asks for a period of the past, and for none that is still to come', async () => {
  const { user, http } = render(NO_RUNS);
  const write = (field: string, value: string): void =>
    void fireEvent.change(screen.getByTestId(`webServerRceAgain${field}`), { target: { value } });
  await screen.findByTestId('webServerRceSearchAgain');
  write('From', '2026-11-20T00:00');
  write('To', '2026-12-20T00:00');
  expect(screen.getByTestId('webServerRceSearchAgain')).toHaveProperty('disabled', true);
  write('To', '2026-11-21T00:00');
  await user.click(screen.getByTestId('webServerRceSearchAgain'));
  await waitFor(() =>
    expect(http.bodies(AGAIN)).toEqual([
      {
        from: new Date('2026-11-20T00:00').toISOString(),
        to: new Date('2026-11-21T00:00').toISOString(),
      },
    ])
  );
});

test('says that the runs can’t be read, with a way to try again', async () => {
  const answers = {
    [RUNS]: () => {
      throw httpError(503, { message: 'down' });
    },
  };
  renderApp({ path: '/rules/rule-1/runs', answers });
  expect((await screen.findByTestId('webServerRceProblem')).textContent).toContain('down');
});

test('is one click away on every page, with how the last run went', async () => {
  const { user, history } = renderApp();
  const link = await screen.findByTestId('webServerRceBarRule-seed');
  expect(link.textContent).toMatch(/Last run 2 minutes ago: succeeded/);
  await user.click(link);
  expect(history.location.pathname).toBe('/rules/rule-1/runs');
});
