// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { applyChange } from '../../../common/triage/apply_change';
import { NO_TRIAGE, type Triage } from '../../../common/triage/triage';
import type { TriageChange } from '../../../common/triage/triage_change';
import { httpError } from '../../../test/browser_app/fake_http';
import { giveElementsRoom } from '../../../test/browser_app/give_elements_room';
import { renderApp } from '../../../test/browser_app/render_app';
import { NOW, toPage, toSampleAlert } from '../../../test/browser_app/sample_alerts';

beforeEach(() => giveElementsRoom());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const CHANGE = 'POST /internal/web_server_rce/alerts/alert-1/triage';
const FIND = 'POST /internal/web_server_rce/alerts/_find';

/** A server with users, of whom ann asks. */
const toAnswers = (assignee?: string) => {
  let triage: Triage = assignee === undefined ? NO_TRIAGE : { ...NO_TRIAGE, assignee };
  return {
    'GET /internal/web_server_rce/people': () => ({ me: 'ann', others: ['bob', 'carol'] }),
    'GET /internal/web_server_rce/alerts/*/triage': () => ({ triage }),
    [CHANGE]: ({ body }: { body?: unknown }) => {
      const { change } = body as { change: TriageChange };
      triage = applyChange(triage, change, { by: 'ann', at: NOW });
      return { triage };
    },
    [FIND]: () => {
      const page = toPage([toSampleAlert()]);
      const given = triage.assignee === undefined ? {} : { assignee: triage.assignee };
      return { ...page, alerts: page.alerts.map((alert) => ({ ...alert, ...given })) };
    },
  };
};

test('takes an alert on, shows it in the list and the history, and gives it back', async () => {
  const { user, http } = renderApp({ path: '/alerts/alert-1?tab=respond', answers: toAnswers() });
  expect((await screen.findByTestId('webServerRceAssignee')).textContent).toBe('Nobody');
  expect(screen.queryByTestId('webServerRceAssigneeAvatar')).toBeNull();
  await user.click(screen.getByTestId('webServerRceAssignToMe'));
  await waitFor(() =>
    expect(screen.getByTestId('webServerRceAssignee').textContent).toBe('Me (ann)')
  );
  const table = screen.getByTestId('webServerRceAlertsTable');
  await within(table).findByTestId('webServerRceAssigneeAvatar');
  expect(screen.getByTestId('webServerRceHistory').textContent).toContain('ann · Assigned to ann');
  expect(screen.queryByTestId('webServerRceAssignToMe')).toBeNull();
  await user.click(screen.getByTestId('webServerRceUnassign'));
  await waitFor(() =>
    expect(screen.getByTestId('webServerRceAssignee').textContent).toBe('Nobody')
  );
  expect(http.bodies(CHANGE)).toEqual([
    { change: { kind: 'assignee', assignee: 'ann' } },
    { change: { kind: 'assignee', assignee: null } },
  ]);
});

test('takes over what is another’s, and gives it to a third', async () => {
  const answers = toAnswers('bob');
  const { user, http } = renderApp({ path: '/alerts/alert-1?tab=respond', answers });
  const take = await screen.findByTestId('webServerRceAssignToMe');
  expect(take.textContent).toBe('Take over');
  await user.click(screen.getByTestId('webServerRceAssignToOther'));
  const carol = await screen.findByRole('option', { name: /carol/ });
  expect(screen.queryByRole('option', { name: /bob/ })).toBeNull();
  await user.click(carol);
  await waitFor(() => expect(screen.getByTestId('webServerRceAssignee').textContent).toBe('carol'));
  await user.click(screen.getByTestId('webServerRceAssignToMe'));
  await waitFor(() => expect(http.bodies(CHANGE)).toHaveLength(2));
  expect(http.bodies(CHANGE)[1]).toEqual({ change: { kind: 'assignee', assignee: 'ann' } });
});

test('shows readers whose work it is, and lets them change nothing', async () => {
  const answers = toAnswers('bob');
  renderApp({ path: '/alerts/alert-1?tab=respond', answers, host: { mayWrite: false } });
  expect((await screen.findByTestId('webServerRceAssignee')).textContent).toBe('bob');
  expect(screen.queryByTestId('webServerRceAssignToMe')).toBeNull();
  expect(screen.queryByTestId('webServerRceUnassign')).toBeNull();
  expect(screen.queryByTestId('webServerRceAssignToOther')).toBeNull();
});

test('takes ticked alerts on in one step, says which could not be, and leaves those that are its own', async () => {
  const page = toPage([
    toSampleAlert({ id: 'alert-1' }),
    toSampleAlert({ id: 'alert-2' }),
    toSampleAlert({ id: 'alert-3' }),
  ]);
  const alerts = page.alerts.map((alert) =>
    alert.id === 'alert-3' ? { ...alert, assignee: 'ann' } : alert
  );
  const { user, http, notices } = renderApp({
    answers: {
      ...toAnswers(),
      [FIND]: () => ({ ...page, alerts }),
      'POST /internal/web_server_rce/alerts/alert-2/triage': () => {
        throw httpError(404, { message: 'The alert is gone.' });
      },
    },
  });
  await screen.findAllByTestId('webServerRceAlertRow');
  await user.click(screen.getByTestId('checkboxSelectAll'));
  await user.click(screen.getByTestId('webServerRceBulk-assign'));
  await waitFor(() =>
    expect(notices).toContainEqual(
      expect.objectContaining({ tone: 'warning', title: '1 alert assigned to ann, 1 was not' })
    )
  );
  expect(http.bodies(CHANGE)).toEqual([{ change: { kind: 'assignee', assignee: 'ann' } }]);
  expect(http.bodies('POST /internal/web_server_rce/alerts/alert-3/triage')).toEqual([]);
});

test('filters by whose work alerts are, oneself first, in the address', async () => {
  const { user, http, history } = renderApp({ answers: toAnswers('ann') });
  await user.click(await screen.findByTestId('webServerRceFilter-assignee'));
  const me = await screen.findByRole('option', { name: /^Me .ann/ });
  expect(screen.getByRole('option', { name: /carol/ })).toBeDefined();
  await user.click(me);
  await waitFor(() =>
    expect(http.bodies(FIND)).toContainEqual(expect.objectContaining({ assignees: ['ann'] }))
  );
  expect(history.location.search).toContain('assignee=ann');
});

test('has neither section, column nor filter where the host tells no users apart', async () => {
  renderApp({ path: '/alerts/alert-1?tab=respond' });
  await screen.findByTestId('webServerRceHistory');
  await screen.findByTestId('webServerRceAlertRow');
  expect(screen.queryByTestId('webServerRceAssignee')).toBeNull();
  expect(screen.queryByTestId('webServerRceFilter-assignee')).toBeNull();
  expect(screen.queryByRole('columnheader', { name: 'Assignee' })).toBeNull();
});
