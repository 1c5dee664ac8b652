// @vitest-environment jsdom
import { setTimeout as wait } from 'node:timers/promises';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { renderApp } from '../../../test/browser_app/render_app';
import { toPage, toSampleAlert } from '../../../test/browser_app/sample_alerts';

const drawn = vi.hoisted(() => ({ cells: 0 }));
vi.mock('./command_cell', () => ({
  CommandCell: () => {
    drawn.cells += 1;
    return null;
  },
}));
afterEach(cleanup);

test('opening an alert marks its row, and draws no row anew', async () => {
  const alerts = ['alert-1', 'alert-2', 'alert-3'].map((id) => toSampleAlert({ id }));
  const { user } = renderApp({
    answers: { 'POST /internal/web_server_rce/alerts/_find': () => toPage(alerts) },
  });
  const [first, second] = await screen.findAllByTestId('webServerRceOpenAlert');
  if (!first || !second) throw new Error('There are no rows.');
  const toMarked = () =>
    screen
      .getAllByTestId('webServerRceAlertRow')
      .filter((row) => row.getAttribute('aria-current') === 'true')
      .map((row) => row.dataset['alertId']);
  const before = drawn.cells;
  await user.click(first);
  await waitFor(() => expect(toMarked()).toEqual(['alert-1']));
  await screen.findByTestId('webServerRceFlyout');
  await user.click(second);
  await waitFor(() => expect(toMarked()).toEqual(['alert-2']));
  expect(drawn.cells).toBe(before);
  await user.click(screen.getByTestId('webServerRceTab-details'));
  expect(drawn.cells).toBe(before);
  await user.click(screen.getByTestId('euiFlyoutCloseButton'));
  await waitFor(() => expect(toMarked()).toEqual([]));
});

test('a refresh that brings the same draws no row anew', async () => {
  const alerts = ['alert-1', 'alert-2'].map((id) => toSampleAlert({ id }));
  const { user, http } = renderApp({
    answers: {
      'POST /internal/web_server_rce/alerts/_find': async () => {
        await wait(50);
        return toPage(alerts);
      },
    },
  });
  await screen.findAllByTestId('webServerRceOpenAlert');
  const countAsked = () => http.bodies('POST /internal/web_server_rce/alerts/_find').length;
  const refresh = screen.getByTestId('webServerRceRefresh');
  await waitFor(() => expect(refresh.hasAttribute('disabled')).toBe(false));
  const [before, asked] = [drawn.cells, countAsked()];
  await user.click(refresh);
  await waitFor(() => expect(refresh.hasAttribute('disabled')).toBe(true));
  await waitFor(() => expect(refresh.hasAttribute('disabled')).toBe(false));
  expect(countAsked()).toBe(asked + 1);
  expect(drawn.cells).toBe(before);
});
