// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { applyChange } from '../../common/triage/apply_change';
import { NO_TRIAGE, type Triage } from '../../common/triage/triage';
import type { TriageChange } from '../../common/triage/triage_change';
import { httpError } from '../../test/browser_app/fake_http';
import { renderApp } from '../../test/browser_app/render_app';
import { NOW, toPage, toSampleAlert } from '../../test/browser_app/sample_alerts';

afterEach(cleanup);

const READ = 'GET /internal/web_server_rce/alerts/*/triage';
const CHANGE = 'POST /internal/web_server_rce/alerts/alert-1/triage';

test('closes the alert with a verdict and a comment, tells who and when, and takes it back', async () => {
  let triage: Triage = NO_TRIAGE;
  const { user, http, notices } = renderApp({
    path: '/alerts/alert-1?tab=respond',
    answers: {
      [READ]: () => ({ triage }),
      [CHANGE]: ({ body }) => {
        const { change } = body as { change: TriageChange };
        triage = applyChange(triage, change, { by: 'ann', at: NOW });
        return { triage };
      },
    },
  });
  await user.click(await screen.findByTestId('webServerRceVerdict'));
  await user.click(await screen.findByLabelText('Benign'));
  await user.type(screen.getByTestId('webServerRceVerdictComment'), ' deploy hook ');
  await user.click(screen.getByTestId('webServerRceVerdictSave'));
  const line = await screen.findByTestId('webServerRceGivenVerdict');
  expect(line.textContent).toMatch(/^Verdict: Benign · ann · .*03:00:00 · deploy hook$/);
  expect((await screen.findByTestId('webServerRceHistory')).textContent).toContain(
    'ann · Verdict: Benign · deploy hook'
  );
  expect(notices[0]?.title).toBe('Closed as: Benign');
  notices[0]?.action?.run();
  await waitFor(() => expect(screen.queryByTestId('webServerRceGivenVerdict')).toBeNull());
  expect(http.bodies(CHANGE)).toEqual([
    { change: { kind: 'verdict', verdict: 'benign', comment: 'deploy hook' } },
    { change: { kind: 'verdict_withdrawn' } },
  ]);
});

test('says that a verdict was not saved, and keeps what was typed', async () => {
  const { user, notices } = renderApp({
    path: '/alerts/alert-1',
    answers: {
      [CHANGE]: () => {
        throw httpError(500, { message: 'disk full' });
      },
    },
  });
  await user.click(await screen.findByTestId('webServerRceVerdict'));
  await user.click(await screen.findByLabelText('Duplicate'));
  await user.type(screen.getByTestId('webServerRceVerdictComment'), 'why');
  await user.click(screen.getByTestId('webServerRceVerdictSave'));
  await waitFor(() => expect(notices).toHaveLength(1));
  expect(notices[0]).toMatchObject({ tone: 'danger', title: 'This was not saved' });
  expect(screen.getByDisplayValue('why')).toBeDefined();
});

test('gives nobody a verdict button who may not change alerts', async () => {
  renderApp({ path: '/alerts/alert-1', host: { mayWrite: false } });
  await screen.findByText(/^Changing the status needs/);
  expect(screen.queryByTestId('webServerRceVerdict')).toBeNull();
});

test('closes with it what is open of the same intruder, with the same comment, and takes all back', async () => {
  const FIND = 'POST /internal/web_server_rce/alerts/_find';
  const COUNT = 'POST /internal/web_server_rce/alerts/_count';
  const STATUS = 'POST /internal/web_server_rce/alerts/_status';
  const other = toSampleAlert({ id: 'alert-2' });
  let open = [other];
  const { user, http, notices } = renderApp({
    path: '/alerts/alert-1',
    answers: {
      [FIND]: () => toPage(open),
      // Itself and another.
      [COUNT]: ({ body }) => ({
        counts: (body as { filters: unknown[] }).filters.map(() => 2),
      }),
      [STATUS]: ({ body }) => {
        open = [];
        return body;
      },
    },
  });
  await user.click(await screen.findByTestId('webServerRceVerdict'));
  await user.click(
    await screen.findByLabelText(
      'and 1 more open alert of the same intruder: php-fpm8.2 on web-01 within 15 minutes'
    )
  );
  await user.type(screen.getByTestId('webServerRceVerdictComment'), 'web shell');
  await user.click(screen.getByTestId('webServerRceVerdictSave'));
  await waitFor(() => expect(notices).toHaveLength(1));
  expect(notices[0]?.text).toMatch(/^1 other alert of the same intruder closed/);
  const verdict = { kind: 'verdict', verdict: 'true_positive', comment: 'web shell' };
  expect(http.bodies(CHANGE)).toEqual([{ change: verdict }]);
  expect(http.bodies(STATUS)).toEqual([{ ids: ['alert-2'], status: 'closed', verdict }]);
  expect(http.bodies(FIND)).toContainEqual(
    expect.objectContaining({
      ...{ statuses: ['open'], hosts: ['web-01'], servers: ['php-fpm8.2'] },
      ...{ from: '2026-11-24T02:43:00.000Z', to: '2026-11-24T03:13:00.000Z' },
    })
  );
  notices[0]?.action?.run();
  await waitFor(() => expect(http.bodies(STATUS)).toHaveLength(2));
  expect(http.bodies(STATUS)[1]).toEqual({ ids: ['alert-2'], status: 'open' });
  expect(http.bodies(CHANGE)[1]).toEqual({ change: { kind: 'verdict_withdrawn' } });
});

test('leaves the neighbours alone where nobody asked for them', async () => {
  const { user, http, notices } = renderApp({
    path: '/alerts/alert-1',
    answers: {
      'POST /internal/web_server_rce/alerts/_count': ({ body }) => ({
        counts: (body as { filters: unknown[] }).filters.map(() => 2),
      }),
    },
  });
  await user.click(await screen.findByTestId('webServerRceVerdict'));
  await screen.findByTestId('webServerRceVerdictOthers');
  await user.click(screen.getByTestId('webServerRceVerdictSave'));
  await waitFor(() => expect(notices).toHaveLength(1));
  expect(http.bodies('POST /internal/web_server_rce/alerts/_status')).toEqual([]);
});

test('offers an exception with a false positive, in its form and beside it once it is saved', async () => {
  let triage: Triage = NO_TRIAGE;
  let status: 'open' | 'closed' = 'open';
  const { user } = renderApp({
    path: '/alerts/alert-1',
    answers: {
      [READ]: () => ({ triage }),
      'GET /internal/web_server_rce/alerts/*': () => ({ alert: toSampleAlert({ status }) }),
      [CHANGE]: ({ body }) => {
        const { change } = body as { change: TriageChange };
        triage = applyChange(triage, change, { by: 'ann', at: NOW });
        status = 'closed';
        return { triage };
      },
    },
  });
  await user.click(await screen.findByTestId('webServerRceVerdict'));
  expect(screen.queryByTestId('webServerRceVerdictException')).toBeNull();
  await user.click(await screen.findByLabelText('False positive'));
  await user.click(await screen.findByTestId('webServerRceVerdictException'));
  await user.click(screen.getByTestId('webServerRceVerdictSave'));
  await screen.findByTestId('webServerRceExceptionForm');
  const toQuery = () => screen.getByTestId('webServerRceQueryBox');
  expect(toQuery()).toHaveProperty('value', expect.stringContaining('"sh -c whoami"'));
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await user.click(await screen.findByTestId('webServerRceAddException'));
  expect(toQuery()).toHaveProperty('value', expect.stringContaining('"sh -c whoami"'));
});

test('takes for the same intruder only what came from the address that the alert holds', async () => {
  const COUNT = 'POST /internal/web_server_rce/alerts/_count';
  const request = { time: '2026-11-24T02:58:00.000Z', address: '203.0.113.66' };
  const { user, http } = renderApp({
    path: '/alerts/alert-1',
    answers: {
      'GET /internal/web_server_rce/alerts/*': () => ({ alert: toSampleAlert({ request }) }),
      [COUNT]: ({ body }) => ({ counts: (body as { filters: unknown[] }).filters.map(() => 3) }),
    },
  });
  expect((await screen.findByTestId('webServerRceAlertSource')).textContent).toBe(
    'From 203.0.113.66'
  );
  await user.click(await screen.findByTestId('webServerRceVerdict'));
  await screen.findByLabelText(
    'and 2 more open alerts from 203.0.113.66 or without a certain source: php-fpm8.2 on web-01 within 15 minutes'
  );
  expect(http.bodies(COUNT).at(-1)).toMatchObject({
    filters: [{ hosts: ['web-01'], servers: ['php-fpm8.2'], sources: ['203.0.113.66', 'unknown'] }],
  });
});
