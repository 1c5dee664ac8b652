// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { httpError, type Answers } from '../../test/browser_app/fake_http';
import { giveElementsRoom } from '../../test/browser_app/give_elements_room';
import { renderApp } from '../../test/browser_app/render_app';
import { toFilledGuide, toSampleAlert } from '../../test/browser_app/sample_alerts';

beforeEach(() => giveElementsRoom());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const CREATE = 'POST /api/osquery/live_queries';
const POLICIES = 'GET /internal/osquery/fleet_wrapper/package_policies';
const AGENTS = 'GET /internal/osquery/fleet_wrapper/agents';

const toAgent = (id: string, hostname: string, status: string) => ({
  ...{ id, status },
  local_metadata: { host: { hostname } },
});

const FLEET: Answers = {
  [POLICIES]: () => ({ items: [{ policy_id: 'p1' }, { policy_ids: ['p2', 'p1'] }] }),
  [AGENTS]: () => ({
    agents: [
      toAgent('agent-1', 'web-01', 'online'),
      toAgent('agent-2', 'web-02', 'online'),
      toAgent('agent-3', 'web-03', 'offline'),
    ],
    total: 3,
  }),
};

const renderGuide = (answers: Answers) => {
  let count = 0;
  return renderApp({
    path: '/alerts/alert-1?tab=investigate',
    answers: {
      'GET /internal/web_server_rce/alerts/*/guide': () => ({
        parts: toFilledGuide(
          '!{osquery{"label":"Processes","query":"SELECT pid, uid FROM processes"}}',
          toSampleAlert()
        ),
      }),
      [CREATE]: () => {
        count += 1;
        return { data: { action_id: `a${count}`, queries: [{ action_id: `q${count}` }] } };
      },
      'GET /internal/osquery/fleet_wrapper/agents/agent-2': () => ({
        item: toAgent('agent-2', 'web-02', 'online'),
      }),
      'GET /api/osquery/live_queries/*': () => ({
        data: {
          ...{ action_id: 'a', status: 'completed' },
          queries: ['q1', 'q2'].map((id) => ({
            ...{ action_id: id, pending: 0, responded: 1, successful: 1 },
          })),
        },
      }),
      'GET /api/osquery/live_queries/*/results/*': () => ({
        // The process id and the user of the alert.
        data: { total: 1, edges: [{ _source: { osquery: { pid: '4711', uid: '33' } } }] },
      }),
      ...answers,
    },
  });
};

test('sends a query to chosen hosts too, and marks whose rows are another host’s', async () => {
  const { user, http } = renderGuide(FLEET);
  const targets = await screen.findByTestId('webServerRceTargets');
  expect(targets.textContent).toContain('Queries run on the alert’s host, web-01');
  await user.click(screen.getByTestId('webServerRceChooseTargets'));
  const other = await screen.findByRole('option', { name: /web-02/ });
  expect(other.textContent).toContain('online');
  expect(screen.getByRole('option', { name: /web-03/ }).textContent).toContain('offline');
  expect(screen.getByRole('option', { name: /web-01/ }).textContent).toContain('this alert’s');
  await user.click(other);
  expect(targets.textContent).toContain('Queries run on web-01, web-02');
  await user.click(screen.getByRole('button', { name: 'Processes' }));
  await waitFor(() => expect(http.bodies(CREATE)).toHaveLength(2));
  expect(http.bodies(CREATE)).toEqual(
    ['agent-1', 'agent-2'].map((id) => expect.objectContaining({ agent_ids: [id] }))
  );
  const query = within(screen.getByTestId('webServerRceQuery'));
  await waitFor(() => expect(query.getAllByTestId('webServerRceResultRows')).toHaveLength(2));
  const [own, elsewhere] = query.getAllByTestId('webServerRceRun').map((run) => within(run));
  expect(own?.queryByTestId('webServerRceOtherHostRun')).toBeNull();
  expect(own?.getByRole('columnheader', { name: /Marked as/ })).toBeDefined();
  expect((await elsewhere?.findByTestId('webServerRceOtherHostRun'))?.textContent).toBe(
    'another host: web-02'
  );
  expect(elsewhere?.queryByRole('columnheader', { name: /Marked as/ })).toBeNull();
});

test('asks Fleet for agents of the policies that have Osquery, each once', async () => {
  const asked: unknown[] = [];
  renderGuide({
    ...FLEET,
    [AGENTS]: ({ query }) => {
      asked.push(query);
      return { agents: [], total: 0 };
    },
  });
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]).toMatchObject({ kuery: '(policy_id:"p1" or policy_id:"p2")' });
});

test('offers no choice where there is no other agent', async () => {
  renderGuide({
    ...FLEET,
    [AGENTS]: () => ({ agents: [toAgent('agent-1', 'web-01', 'online')], total: 1 }),
  });
  await screen.findByRole('button', { name: 'Processes' });
  expect(screen.queryByTestId('webServerRceTargets')).toBeNull();
});

test('says which right is missing to list agents, and runs on the alert’s host all the same', async () => {
  const { user, http } = renderGuide({
    ...FLEET,
    [POLICIES]: () => {
      throw httpError(403, { message: 'Forbidden' });
    },
  });
  await user.click(await screen.findByTestId('webServerRceChooseTargets'));
  await screen.findByText(/privilege “Osquery: Read”/);
  await user.keyboard('{Escape}');
  await user.click(screen.getByRole('button', { name: 'Processes' }));
  await waitFor(() => expect(http.bodies(CREATE)).toHaveLength(1));
});
