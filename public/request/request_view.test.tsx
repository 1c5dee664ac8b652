// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { RequestAnswer } from '../../common/api/find_alert_requests';
import { renderApp } from '../../test/browser_app/render_app';
import { NOW, toSampleAlert } from '../../test/browser_app/sample_alerts';

afterEach(cleanup);

const request = {
  time: Date.parse(NOW),
  precision: 1000,
  address: '203.0.113.9',
  method: 'GET',
  target: '/up/s.php?c=whoami&x=<img src=x>\u202e',
  status: 200,
};
const open = (part: Partial<RequestAnswer>, alert = toSampleAlert()): void => {
  const answer = { ranked: [], total: 0, ofSameAddress: 0, isCut: false, logs: ['/l'], unread: [] };
  renderApp({
    path: '/alerts/alert-1',
    answers: {
      'GET /internal/web_server_rce/alerts/*': () => ({ alert }),
      'GET /internal/web_server_rce/alerts/*/requests': () => ({ ...answer, ...part }),
    },
  });
};
const findView = async () => within(await screen.findByTestId('webServerRceRequests'));

test('shows the likeliest request as text, why, and how many others came from its address', async () => {
  const ranked = [{ request, clues: ['command', 'time'] as const, gap: 0 }];
  open({ ranked, total: 40, ofSameAddress: 13 });
  const view = await findView();
  const line = await view.findByTestId('webServerRceRequest');
  expect(line.textContent).toContain('203.0.113.9 GET /up/s.php?c=whoami&x=<img src=x>\\u{202e}');
  expect(line.textContent).toContain('it holds the command');
  expect(line.querySelector('img')).toBeNull();
  expect(
    view.getByText('Likeliest of 40 requests around the alert. 12 other requests from 203.0.113.9.')
  ).toBeDefined();
});

test('says so where the log leaves no doubt of the address, and only then', async () => {
  const ranked = [{ request, clues: ['command'] as const, gap: 0 }];
  const at = (address: string) => toSampleAlert({ request: { time: NOW, address } });
  open({ ranked, total: 40, ofSameAddress: 13 }, at('203.0.113.9'));
  expect(
    await (
      await findView()
    ).findByText(
      'Of 40 requests around the alert only those from 203.0.113.9 can have started it; this is the likeliest. 12 other requests came from there.'
    )
  ).toBeDefined();
  cleanup();
  open({ ranked, total: 40, ofSameAddress: 13 }, at('203.0.113.7'));
  expect(await (await findView()).findByText(/^Likeliest of 40 requests/)).toBeDefined();
});

test('calls no request likely that nothing but nearness speaks for', async () => {
  open({ ranked: [{ request, clues: [], gap: 9000 }], total: 1, ofSameAddress: 1 });
  expect(await (await findView()).findByText(/^None of 1 request around the alert/)).toBeDefined();
});

test('says how to give an access log where there is none', async () => {
  open({ logs: [] });
  expect(await (await findView()).findByText(/npm start -- --access-log FILE/)).toBeDefined();
});

test('does not call a log empty that was not read, or not whole', async () => {
  open({ isCut: true, unread: [{ log: '/l', reason: 'permission denied' }] });
  const view = await findView();
  expect(await view.findByText('Not all of /l was read: permission denied')).toBeDefined();
  expect(view.getByText(/more requests than could be read/)).toBeDefined();
});
