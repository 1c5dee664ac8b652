// @vitest-environment jsdom
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { RulePreview } from '../../common/api/preview_rule';
import { httpError } from '../../test/browser_app/fake_http';
import { renderApp } from '../../test/browser_app/render_app';

afterEach(cleanup);

const PREVIEW = 'POST /internal/web_server_rce/rules/_preview';

const FOUND: RulePreview = {
  matches: 3,
  isCut: false,
  alerts: 2,
  quiet: 1,
  hidden: 0,
  hosts: [{ host: 'web-01', matches: 3, alerts: 2 }],
  examples: [
    {
      eventId: 'e',
      eventTime: '2026-11-24T02:00:00.000Z',
      host: 'web-01',
      severity: 'high',
      riskScore: 73,
      reason: 'started \u202eid',
    },
  ],
};

test('searches with settings that are not saved, part by part, and adds up', async () => {
  const { user, http } = renderApp({
    path: '/rules/rule-1',
    answers: { [PREVIEW]: () => FOUND },
  });
  fireEvent.change(await screen.findByTestId('webServerRceQueryBox'), {
    target: { value: 'process where process.name == "sh"' },
  });
  await user.click(screen.getByTestId('webServerRcePreviewStart'));
  await waitFor(() => expect(http.bodies(PREVIEW)).toHaveLength(24));
  expect(http.bodies(PREVIEW)[0]).toMatchObject({
    params: { query: 'process where process.name == "sh"' },
    from: '2026-11-24T02:00:00.000Z',
    to: '2026-11-24T03:00:00.000Z',
  });
  const result = await screen.findByTestId('webServerRcePreviewResult');
  await waitFor(() => expect(result.textContent).toContain('72 hits, 48 alerts'));
  expect(screen.getByTestId('webServerRcePreviewBars').children).toHaveLength(24);
  expect(screen.getByTestId('webServerRcePreviewHosts').textContent).toContain('72');
  expect(screen.getByTestId('webServerRcePreviewAlerts').textContent).toContain('\\u{202e}id');
});

test('is cancelled, keeps what it found, and says that this is not all', async () => {
  const { user, http } = renderApp({
    path: '/rules/rule-1',
    answers: {
      [PREVIEW]: async () => {
        if (http.bodies(PREVIEW).length > 1) await new Promise(() => undefined);
        return FOUND;
      },
    },
  });
  await user.click(await screen.findByTestId('webServerRcePreviewStart'));
  await screen.findByTestId('webServerRcePreviewResult');
  await user.click(screen.getByTestId('webServerRcePreviewCancel'));
  expect((await screen.findByTestId('webServerRcePreviewPartial')).textContent).toContain(
    'newest 1 of 24 parts'
  );
  expect(screen.getByTestId('webServerRcePreviewStart')).toBeTruthy();
});

test('says why it could not go on, and is not offered for a query with a mistake', async () => {
  const { user } = renderApp({
    path: '/rules/rule-1',
    answers: {
      [PREVIEW]: () => {
        throw httpError(502, {
          attributes: { code: 'event_search_failed', values: { reason: 'no shard' } },
        });
      },
    },
  });
  await user.click(await screen.findByTestId('webServerRcePreviewStart'));
  expect((await screen.findByTestId('webServerRcePreviewPartial')).textContent).toContain(
    'no shard'
  );
  fireEvent.change(screen.getByTestId('webServerRceQueryBox'), { target: { value: 'process' } });
  expect(screen.getByTestId('webServerRcePreviewStart')).toHaveProperty('disabled', true);
});
