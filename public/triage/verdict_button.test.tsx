// @vitest-environment jsdom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { applyChange } from '../../common/triage/apply_change';
import { NO_TRIAGE, type Triage } from '../../common/triage/triage';
import type { TriageChange } from '../../common/triage/triage_change';
import { httpError } from '../../test/browser_app/fake_http';
import { renderApp } from '../../test/browser_app/render_app';
import { NOW } from '../../test/browser_app/sample_alerts';

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
