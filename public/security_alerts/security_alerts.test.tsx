// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { httpError, type Answers } from '../../test/browser_app/fake_http';
import { renderApp, type RenderedApp } from '../../test/browser_app/render_app';
import { toPage, toSampleAlert } from '../../test/browser_app/sample_alerts';
import type { Alert } from '../../common/alert/alert';

afterEach(cleanup);

const STATUS = 'POST /api/detection_engine/signals/status';
const TRIAGE = 'POST /internal/web_server_rce/alerts/theirs/triage';
const THEIRS = toSampleAlert({
  id: 'theirs',
  ruleName: 'Suspicious Child Execution via Web Server',
  ruleUuid: 'of-security',
  securityAlertIds: ['theirs', 'theirs-2'],
});
const OURS = toSampleAlert({ id: 'ours', securityAlertIds: ['theirs'] });

const toAnswers = (alert: Alert, answers: Answers = {}): Answers => ({
  'POST /internal/web_server_rce/alerts/_find': () => toPage([alert]),
  'GET /internal/web_server_rce/alerts/*': () => ({ alert }),
  'POST /internal/web_server_rce/alerts/_status': () => ({ ids: [alert.id], status: 'closed' }),
  [STATUS]: () => ({ updated: 1 }),
  ...answers,
});
const refuse = () => {
  throw httpError(403, { message: 'no right to the index' });
};

const giveVerdict = async ({ user }: RenderedApp): Promise<void> => {
  await user.click(await screen.findByTestId('webServerRceVerdict'));
  await user.click(await screen.findByTestId('webServerRceVerdictSave'));
};
const changesOf = ({ http }: RenderedApp): string[] =>
  http.asked.filter((request) => request.startsWith('POST ') && /status|triage/.test(request));

test('marks what Elastic Security raised, and what it found too', async () => {
  renderApp({
    answers: { 'POST /internal/web_server_rce/alerts/_find': () => toPage([THEIRS, OURS]) },
  });
  const rows = await screen.findAllByTestId('webServerRceAlertRow');
  const badges = rows.map((row) => within(row).getByTestId('webServerRceSecurityBadge'));
  expect(badges.map(({ textContent }) => textContent)).toEqual([
    'Elastic Security',
    'also Elastic Security',
  ]);
});

test('a verdict on one of theirs is given there first, then kept here', async () => {
  const app = renderApp({ path: '/alerts/theirs', answers: toAnswers(THEIRS) });
  await giveVerdict(app);
  await waitFor(() => expect(app.notices).toMatchObject([{ tone: 'success' }]));
  expect(changesOf(app)).toEqual([STATUS, TRIAGE]);
  expect(app.http.bodies(STATUS)).toEqual([
    { status: 'closed', signal_ids: ['theirs', 'theirs-2'] },
  ]);
});

test('taking it back opens it there again', async () => {
  const app = renderApp({ path: '/alerts/theirs', answers: toAnswers(THEIRS) });
  await giveVerdict(app);
  await waitFor(() => expect(app.notices).toHaveLength(1));
  app.notices[0]?.action?.run();
  await waitFor(() => expect(changesOf(app)).toEqual([STATUS, TRIAGE, STATUS, TRIAGE]));
  expect(app.http.bodies(STATUS)[1]).toMatchObject({ status: 'open' });
});

test('where Elastic Security refuses, a verdict on one of theirs is not kept here either', async () => {
  const app = renderApp({
    path: '/alerts/theirs',
    answers: toAnswers(THEIRS, { [STATUS]: refuse }),
  });
  await giveVerdict(app);
  await waitFor(() =>
    expect(app.notices).toMatchObject([
      { tone: 'danger', text: 'The server answered 403: no right to the index' },
    ])
  );
  expect(changesOf(app)).toEqual([STATUS]);
});

test('a verdict on ours is kept where Elastic Security refuses for its part, and says so', async () => {
  const app = renderApp({ path: '/alerts/ours', answers: toAnswers(OURS, { [STATUS]: refuse }) });
  await giveVerdict(app);
  await waitFor(() =>
    expect(app.notices).toMatchObject([
      { tone: 'warning', text: expect.stringContaining('were not changed') as unknown },
    ])
  );
  expect(changesOf(app)).toHaveLength(2);
});

test('a status from the list is given there too', async () => {
  const app = renderApp({ answers: toAnswers(THEIRS) });
  await app.user.click(await screen.findByTestId('webServerRceRow-closed'));
  await waitFor(() => expect(app.notices).toMatchObject([{ tone: 'success' }]));
  expect(changesOf(app)).toEqual([STATUS, 'POST /internal/web_server_rce/alerts/_status']);
});

test('nothing is asked of Elastic Security about an alert that is ours alone', async () => {
  const app = renderApp({ answers: toAnswers(toSampleAlert()) });
  await app.user.click(await screen.findByTestId('webServerRceRow-closed'));
  await waitFor(() => expect(app.notices).toHaveLength(1));
  expect(app.http.asked).not.toContain(STATUS);
});

test('a rule of another language says where its query is, and exceptions are left to Elastic Security', async () => {
  const answers = toAnswers({ ...THEIRS, query: '' });
  renderApp({ path: '/alerts/theirs?tab=respond', answers });
  const button = await screen.findByTestId('webServerRceAddException');
  expect(button.hasAttribute('disabled')).toBe(true);
  cleanup();
  renderApp({ path: '/alerts/theirs', answers });
  await screen.findByText(/is not written in EQL/);
});

test('the list says where older alerts of theirs are left out', async () => {
  const page = toPage([THEIRS], { leavesOutSecurityAlerts: true });
  renderApp({ answers: { 'POST /internal/web_server_rce/alerts/_find': () => page } });
  await screen.findByText(/older alerts of Elastic Security are left out/);
});
