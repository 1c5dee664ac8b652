// @vitest-environment jsdom
import type { CasesPermissions, CasesPluginStart } from '@kbn/cases-plugin/public';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { toCaseReport } from '../../common/report/case_report';
import { NO_TRIAGE } from '../../common/triage/triage';
import { httpError, type Answers } from '../../test/browser_app/fake_http';
import { renderApp, type RenderedApp } from '../../test/browser_app/render_app';
import { toSampleAlert } from '../../test/browser_app/sample_alerts';
import { findCaseAccess, type CaseAccess } from './case_access';
import { toCaseComment } from './to_case_comment';

afterEach(cleanup);

const ALL = { read: true, create: true };
const NOTHING = { read: false, create: false };
const INDEX = '.internal.alerts-webserver-rce.alerts-default-000002';
const OF_ALERT = 'GET /api/cases/alerts/alert-1';
const COMMENTS = 'POST /api/cases/case-1/comments';

/** Cases’ contract for a reader with these rights, and the addresses Kibana would give. */
const toAccess = (permissions: Record<string, CasesPermissions>): CaseAccess | undefined => {
  const cases: CasesPluginStart = {
    helpers: { canUseCases: ([owner = '']) => permissions[owner] ?? NOTHING },
  };
  return findCaseAccess(
    {
      capabilities: {},
      getUrlForApp: (app, { deepLinkId = '', path = '', absolute = false } = {}) =>
        `${absolute ? 'https://kibana.example' : ''}/s/dmz/app/${app}/${deepLinkId}${path}`,
    },
    cases
  );
};

const openRespond = (
  answers: Answers,
  permissions: Record<string, CasesPermissions> = { securitySolution: ALL }
): RenderedApp =>
  renderApp({
    path: '/alerts/alert-1?tab=respond',
    host: { caseAccess: toAccess(permissions) },
    answers: {
      'GET /internal/web_server_rce/alerts/*': () => ({
        alert: toSampleAlert({ storedIn: INDEX }),
      }),
      [OF_ALERT]: () => [],
      'POST /api/cases': ({ body }) => ({ ...(body as object), id: 'case-1', status: 'open' }),
      [COMMENTS]: () => ({}),
      ...answers,
    },
  });

test('takes Elastic Security’s cases before Kibana’s own, and none without the right to comment', () => {
  expect(toAccess({ securitySolution: ALL, cases: ALL })?.owner).toBe('securitySolution');
  expect(toAccess({ cases: ALL })?.toCaseUrl('a/b')).toBe('/s/dmz/app/management/cases/a%2Fb');
  expect(toAccess({})).toBeUndefined();
  expect(toAccess({ cases: { ...ALL, createComment: false } })).toBeUndefined();
  expect(toAccess({ cases: { read: true, create: false, createComment: true } })?.mayCreate).toBe(
    false
  );
  expect(findCaseAccess({ capabilities: {}, getUrlForApp: () => '' }, undefined)).toBeUndefined();
});

test('begins a case with the alert and its report, and links to it', async () => {
  const { user, http, notices } = openRespond({});
  await screen.findByText('This alert is in no case yet.');
  await waitFor(() =>
    expect(screen.getByTestId('webServerRceNewCase')).toHaveProperty('disabled', false)
  );
  await user.click(screen.getByTestId('webServerRceNewCase'));
  await user.click(await screen.findByTestId('webServerRceNewCaseCreate'));
  const link = await screen.findByRole('link', { name: /^php-fpm8.2 → dash on web-01/ });
  expect(link.getAttribute('href')).toBe('/s/dmz/app/securitySolutionUI/cases/case-1');
  expect(notices.map(({ tone }) => tone)).toEqual(['success']);
  expect(http.bodies('POST /api/cases')).toMatchObject([
    { owner: 'securitySolution', severity: 'high', settings: { syncAlerts: false } },
  ]);
  const [alert, report] = http.bodies(COMMENTS);
  expect(alert).toMatchObject({ type: 'alert', alertId: 'alert-1', index: INDEX });
  expect(report).toMatchObject({ type: 'user', owner: 'securitySolution' });
  const { comment } = report as { comment: string };
  expect(comment).toContain('(https://kibana.example/s/dmz/app/webServerRce//alerts/alert-1)');
  expect(comment).toContain('# Command run through a web server');
});

test('adds to a case that is open, and offers none that is closed', async () => {
  const { user, http } = openRespond(
    {
      'GET /api/cases/_find': ({ query }) => {
        expect(query).toMatchObject({ owner: 'cases' });
        return {
          cases: [
            { id: 'case-1', title: 'Break-in', status: 'in-progress' },
            { id: 'case-2', title: 'Old', status: 'closed' },
          ],
        };
      },
    },
    { cases: { read: true, create: false, createComment: true } }
  );
  await screen.findByText('This alert is in no case yet.');
  expect(screen.queryByTestId('webServerRceNewCase')).toBeNull();
  await waitFor(() =>
    expect(screen.getByTestId('webServerRceExistingCase')).toHaveProperty('disabled', false)
  );
  await user.click(screen.getByTestId('webServerRceExistingCase'));
  const option = await screen.findByRole('option', { name: /Break-in/ });
  expect(screen.queryByRole('option', { name: /Old/ })).toBeNull();
  await user.click(option);
  await screen.findByRole('link', { name: /^Break-in/ });
  expect(http.bodies(COMMENTS)).toHaveLength(2);
});

test('says that a case was begun although the alert was refused', async () => {
  const { user, notices } = openRespond({
    [COMMENTS]: () => {
      throw httpError(403, { message: 'not your alert' });
    },
  });
  await waitFor(() =>
    expect(screen.getByTestId('webServerRceNewCase')).toHaveProperty('disabled', false)
  );
  await user.click(screen.getByTestId('webServerRceNewCase'));
  await user.click(await screen.findByTestId('webServerRceNewCaseCreate'));
  await waitFor(() => expect(notices[0]?.text).toMatch(/was begun.*not your alert.*existing case/));
});

test('shows nothing without the right, and asks for nothing', async () => {
  const { http } = openRespond({}, {});
  await screen.findByTestId('webServerRceCopyReport');
  expect(screen.queryByText('Cases')).toBeNull();
  expect(http.asked.filter((request) => request.includes('/api/cases'))).toEqual([]);
});

test('ends a report that is too long for a comment after a whole line, and says so', () => {
  const alert = toSampleAlert();
  const report = toCaseReport(
    {
      ...{ alert, story: undefined, requests: undefined, triage: NO_TRIAGE, steps: [] },
      ...{ answers: [], areAnswersPartial: false },
    },
    (_id, { defaultMessage }) => defaultMessage
  );
  const line = { kind: 'path', value: 'x'.repeat(90) } as const;
  const indicators = Array.from({ length: 400 }, () => line);
  const comment = toCaseComment({ ...report, indicators }, 'https://kibana.example/a');
  expect(comment.length).toBeLessThan(30_000);
  expect(comment).toMatch(/` x{90} `\n\n\*\*The report is longer/);
});
