// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { applyChange } from '../../common/triage/apply_change';
import { NO_TRIAGE, type Triage } from '../../common/triage/triage';
import type { TriageChange } from '../../common/triage/triage_change';
import type { PageHost } from '../app/host';
import { renderApp, type RenderedApp } from '../../test/browser_app/render_app';
import { NOW, toFilledGuide, toSampleAlert } from '../../test/browser_app/sample_alerts';

afterEach(cleanup);

const CHANGE = 'POST /internal/web_server_rce/alerts/alert-1/triage';
const CREATE = 'POST /api/osquery/live_queries';

const openGuide = (host: Partial<PageHost> = {}, note?: string): RenderedApp => {
  let triage: Triage = NO_TRIAGE;
  const alert = toSampleAlert(note === undefined ? {} : { note });
  return renderApp({
    path: '/alerts/alert-1?tab=investigate',
    host,
    answers: {
      'GET /internal/web_server_rce/alerts/*': () => ({ alert }),
      'GET /internal/web_server_rce/alerts/*/guide': () => ({
        parts: toFilledGuide(alert.note, alert),
      }),
      'GET /internal/web_server_rce/alerts/*/triage': () => ({ triage }),
      [CHANGE]: ({ body }) => {
        const { change } = body as { change: TriageChange };
        triage = applyChange(triage, change, { by: 'ann', at: NOW });
        return { triage };
      },
      [CREATE]: () => ({ data: { action_id: 'action-1', queries: [{ action_id: 'query-1' }] } }),
    },
  });
};

const findStep = async (id: string) => within(await screen.findByTestId(`webServerRceStep-${id}`));

test('ticks a step of the guide, with a note, and says who did so and when', async () => {
  const { user, http } = openGuide();
  const step = await findStep('investigation-2');
  const box = await step.findByRole('checkbox', { name: /listening ports and open sockets/ });
  await waitFor(() => expect(box).toHaveProperty('disabled', false));
  await user.click(box);
  // A box that is out of use while it is saved loses the focus of who works by keyboard.
  expect(document.activeElement).toBe(box);
  await step.findByText(/^Done · ann · .*03:00:00/);
  await user.click(step.getByRole('button', { name: 'Note' }));
  await user.type(step.getByLabelText('Note on this step'), ' 4444 is nc ');
  await user.click(step.getByRole('button', { name: 'Save note' }));
  await step.findByText(/^Done · ann · .*4444 is nc$/);
  expect(http.bodies(CHANGE)).toEqual([
    { change: { kind: 'step', step: 'investigation-2', isDone: true, note: '' } },
    { change: { kind: 'step', step: 'investigation-2', isDone: true, note: '4444 is nc' } },
  ]);
});

test('shows steps to a reader who may not write, and lets him tick none', async () => {
  openGuide({ mayWrite: false });
  const step = await findStep('investigation-2');
  expect(step.getByRole('checkbox')).toHaveProperty('disabled', true);
  expect(step.queryByRole('button', { name: 'Note' })).toBeNull();
});

test('says below a query what its rows mean', async () => {
  openGuide();
  const [ports] = await screen.findAllByTestId('webServerRceQuery');
  expect(ports?.textContent).toContain('is a bind shell until proven otherwise');
});

test('runs a query of this product for the processes of the whole tree', async () => {
  const { user, http } = openGuide();
  const step = await findStep('investigation-1');
  await user.click(await step.findByRole('button', { name: /5 more queries, of this product/ }));
  await user.click(await step.findByRole('button', { name: 'Connections of this command' }));
  await waitFor(() => expect(http.bodies(CREATE)).toHaveLength(1));
  expect(http.bodies(CREATE)[0]).toMatchObject({
    query: expect.stringContaining('WHERE s.pid IN (4711)'),
    agent_ids: ['agent-1'],
  });
});

test('offers the SQL of its own queries to copy where they may not be run, and nothing to edit', async () => {
  const { user } = openGuide({
    osqueryRights: { mayRead: true, mayWrite: false, mayCancel: false },
  });
  const step = await findStep('investigation-1');
  await user.click(await step.findByRole('button', { name: /5 more queries/ }));
  expect(step.getAllByText(/need Kibana’s privilege “Osquery: Live queries, All”/)).toHaveLength(5);
  expect(step.queryByRole('button', { name: 'Connections of this command' })).toBeNull();
  expect(step.getAllByRole('button', { name: 'Copy SQL' })).toHaveLength(5);
  expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
  const guide = within(screen.getByTestId('webServerRceGuide'));
  expect(guide.getByRole('button', { name: 'Osquery - List open sockets' })).toBeDefined();
});

test('checks an edited query before it sends it, and shows its run in place', async () => {
  const { user, http } = openGuide();
  const [ports] = await screen.findAllByTestId('webServerRceQuery');
  const block = within(ports as HTMLElement);
  await user.click(await block.findByRole('button', { name: 'Edit' }));
  const sql = block.getByLabelText('SQL');
  await user.clear(sql);
  await user.type(sql, 'SELECT * FROM listening_port');
  await user.click(block.getByRole('button', { name: 'Run edited query' }));
  expect(
    await block.findByText(/no table listening_port on Linux. Was listening_ports meant/)
  ).toBeDefined();
  expect(http.bodies(CREATE)).toEqual([]);
  await user.type(sql, 's WHERE port = 4444');
  await user.click(block.getByRole('button', { name: 'Run edited query' }));
  await waitFor(() => expect(http.bodies(CREATE)).toHaveLength(1));
  expect(http.bodies(CREATE)[0]).toMatchObject({
    query: 'SELECT * FROM listening_ports WHERE port = 4444',
  });
  expect(await block.findByTestId('webServerRceRun')).toBeDefined();
  await waitFor(() =>
    expect(http.bodies(CHANGE)).toMatchObject([
      { change: { kind: 'run', label: 'Osquery - List listening ports (edited)' } },
    ])
  );
});

test('of a guide of somebody else’s writing all queries of this product stand at its end', async () => {
  openGuide({}, '- Look at the ports\n- Ask the owner');
  const guide = within(await screen.findByTestId('webServerRceGuide'));
  await guide.findByRole('checkbox', { name: 'Ask the owner' });
  expect(await guide.findByText('13 more queries, of this product')).toBeDefined();
});
