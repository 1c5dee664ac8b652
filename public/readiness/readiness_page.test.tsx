// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { httpError, type Answers } from '../../test/browser_app/fake_http';
import { renderApp } from '../../test/browser_app/render_app';

afterEach(cleanup);

const POLICIES = {
  items: [
    {
      name: 'web',
      agents: 3,
      package_policies: [
        { package: { name: 'endpoint' } },
        { package: { name: 'osquery_manager' } },
      ],
    },
    { name: 'db', agents: 2, package_policies: [{ package: { name: 'endpoint' } }] },
    { name: 'empty', agents: 0, package_policies: [] },
  ],
};

const render = (answers: Answers = {}) =>
  renderApp({
    path: '/readiness',
    answers: {
      'GET /internal/web_server_rce/readiness': () => ({
        checks: [
          { id: 'rule_on', state: 'good', seen: [] },
          { id: 'events_recent', state: 'good', seen: [] },
          { id: 'hosts_without_processes', state: 'doubtful', seen: ['web-\u202e02'] },
        ],
        hosts: [{ name: 'web-01', newest: '2026-11-24T02:59:00.000Z' }],
      }),
      'GET /api/alerting/_health': () => ({ has_permanent_encryption_key: true }),
      'GET /api/fleet/agent_policies?full=true&perPage=1000': () => POLICIES,
      ...answers,
    },
  });

const stateOf = async (id: string): Promise<string | null> =>
  (await screen.findByTestId(`webServerRceCheck-${id}`)).getAttribute('data-state');

test('shows each line with its state, and the fix where it is not in order', async () => {
  render();
  expect(await stateOf('rule_on')).toBe('good');
  const line = screen.getByTestId('webServerRceCheck-hosts_without_processes');
  expect(line.textContent).toContain('web-\\u{202e}02');
  expect(line.textContent).toContain('Add Elastic Defend to their policy');
  expect(screen.getByTestId('webServerRceCheck-rule_on').textContent).not.toContain('Switch');
  expect(screen.getByTestId('webServerRceReadinessHosts').textContent).toContain('1 minute ago');
});

test('asks Kibana for its key and Fleet for agents, and ticks the steps of the set-up', async () => {
  render();
  expect(await stateOf('encryption_key')).toBe('good');
  expect(await stateOf('defend_agents')).toBe('good');
  expect(await stateOf('osquery_agents')).toBe('doubtful');
  expect(screen.getByTestId('webServerRceCheck-osquery_agents').textContent).toContain('db (2)');
  expect(screen.getByTestId('webServerRceSetupSteps').textContent).toContain('Configure Fleet');
});

test('leaves out what is not there, and says of what is refused that it could not be seen', async () => {
  render({
    'GET /api/alerting/_health': () => {
      throw httpError(404, { message: 'Not Found' });
    },
    'GET /api/fleet/agent_policies?full=true&perPage=1000': () => {
      throw httpError(403, { message: 'Forbidden' });
    },
  });
  expect(await stateOf('defend_agents')).toBe('unknown');
  expect(screen.queryByTestId('webServerRceCheck-encryption_key')).toBeNull();
});
