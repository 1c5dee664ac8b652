// @vitest-environment jsdom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { httpError, type Answers } from '../../test/browser_app/fake_http';
import { renderApp, type RenderedApp } from '../../test/browser_app/render_app';
import { toSampleAlert } from '../../test/browser_app/sample_alerts';
import { toSampleStory, toStoryProcess, toStoryTree } from '../../test/browser_app/sample_story';
import { createDefend, type DefendRequest } from '../../test/doubles/kibana/create_defend';
import type { Alert } from '../../common/alert/alert';
import type { Story } from '../../common/story/story';
import { applyChange } from '../../common/triage/apply_change';
import { NO_TRIAGE } from '../../common/triage/triage';
import type { TriageChange } from '../../common/triage/triage_change';
import type { PageHost } from '../app/host';
import { findDefendRights } from '../kibana_version';

afterEach(cleanup);

const { event } = toSampleAlert();
const ALERT = toSampleAlert({
  event: {
    ...event,
    agent: { id: 'agent-1', type: 'endpoint' },
    process: { ...(event['process'] as object), entity_id: 'e-4711' },
  },
});
const NO_STORY: Story = { ...toSampleStory(), trees: [] };
const RIGHTS = { mayIsolate: true, mayKill: true };
const TRIAGE = 'internal/web_server_rce/alerts/*/triage';
const PATH = TRIAGE.replace('*', ALERT.id);

/** The Respond tab of an alert of a host that Elastic Defend watches, with a history that keeps what is added. */
const openRespond = (
  defend: ReturnType<typeof createDefend>,
  {
    alert = ALERT,
    host = {},
    story = NO_STORY,
    refusals = [],
  }: {
    alert?: Alert;
    host?: Partial<PageHost>;
    story?: Story;
    /** As many changes of the history are refused first. */
    refusals?: true[];
  } = {}
): RenderedApp => {
  let triage = NO_TRIAGE;
  const ask =
    (method: string) =>
    ({ path, body }: Omit<DefendRequest, 'method'>): unknown => {
      const answer = defend.answer({ method, path, body });
      if (answer.status === 200) return answer.body;
      throw httpError(answer.status, answer.body);
    };
  const answers: Answers = {
    'GET /internal/web_server_rce/alerts/*': () => ({ alert }),
    'GET /internal/web_server_rce/alerts/*/story': () => ({ story }),
    [`GET /${TRIAGE}`]: () => ({ triage }),
    [`POST /${TRIAGE}`]: ({ body }) => {
      if (refusals.shift() !== undefined) throw httpError(503, { message: 'Not now.' });
      const { change } = body as { change: TriageChange };
      triage = applyChange(triage, change, { by: 'anna', at: '2026-11-24T03:00:00.000Z' });
      return { triage };
    },
    'POST /api/endpoint/action/*': ask('POST'),
    'GET /api/endpoint/action/*': ask('GET'),
  };
  return renderApp({
    path: `/alerts/${alert.id}?tab=respond`,
    answers,
    host: { defendRights: RIGHTS, ...host },
  });
};

const confirm = async ({ user }: RenderedApp, button: 'Isolate' | 'Kill'): Promise<HTMLElement> => {
  await user.click(await screen.findByTestId(`webServerRce${button}`));
  const dialog = await screen.findByTestId('webServerRceConfirmAction');
  await user.click(within(dialog).getByRole('button', { name: /^(Isolate host|Kill process)$/ }));
  return dialog;
};

test('isolates the host after one question that names it, keeps it in the history and follows it to its end', async () => {
  const defend = createDefend();
  const app = openRespond(defend);
  const dialog = await confirm(app, 'Isolate');
  expect(dialog.textContent).toContain('Isolate web-01?');
  const row = await screen.findByTestId('webServerRceSentAction');
  expect(row.textContent).toContain('Isolate web-01');
  await within(row).findByText('Sent; the host has not answered yet');
  await within(row).findByText('Done');
  expect(defend.sent).toMatchObject([{ command: 'isolate', agents: ['agent-1'] }]);
  expect(defend.sent[0]?.comment).toContain('php-fpm8.2 → dash on web-01');
  expect((await screen.findByTestId('webServerRceHistory')).textContent).toContain(
    'anna · Asked of Elastic Defend: Isolate web-01'
  );
});

test('says in place what the history did not take, however often the alert is looked at, until it is written', async () => {
  const defend = createDefend();
  const app = openRespond(defend, { refusals: [true, true] });
  await confirm(app, 'Isolate');
  const unkept = () => screen.findByTestId('webServerRceUnkeptAction');
  expect((await unkept()).textContent).toContain('Isolate web-01');
  const again = async () =>
    app.user.click(within(await unkept()).getByRole('button', { name: /Write it/ }));
  await again();
  await waitFor(() => expect(app.http.bodies(`POST /${PATH}`)).toHaveLength(2));
  await app.user.click(screen.getByTestId('webServerRceTab-details'));
  await app.user.click(screen.getByTestId('webServerRceTab-respond'));
  await again();
  await screen.findByTestId('webServerRceSentAction');
  expect(screen.queryByTestId('webServerRceUnkeptAction')).toBeNull();
  expect(defend.sent).toHaveLength(1);
});

test('kills the process that is named, by its entity id', async () => {
  const defend = createDefend();
  const app = openRespond(defend);
  const dialog = await confirm(app, 'Kill');
  expect(dialog.textContent).toContain('Kill process 4711 on web-01?');
  await screen.findByTestId('webServerRceSentAction');
  expect(defend.sent).toMatchObject([
    { command: 'kill-process', parameters: { entity_id: 'e-4711' } },
  ]);
});

test('offers the processes of the tree, those that may still run first', async () => {
  const defend = createDefend();
  const processes = [
    toStoryProcess(1, ['sh', '-c', 'id'], { exitCode: 0 }),
    toStoryProcess(2, ['nc', '-e', 'sh']),
  ];
  const story = { ...NO_STORY, trees: [toStoryTree(processes, { isOfAlert: true })] };
  const { user } = openRespond(defend, { story });
  await screen.findByTestId('webServerRceStep-response-5');
  await user.click(await screen.findByTestId('webServerRceKill'));
  const choices = within(await screen.findByTestId('webServerRceKillTarget')).getAllByRole(
    'option'
  );
  expect(choices.map(({ textContent }) => textContent)).toEqual([
    '4713 · nc -e sh',
    '4712 · sh -c id (has ended)',
  ]);
  await user.selectOptions(screen.getByTestId('webServerRceKillTarget'), '1');
  const dialog = screen.getByTestId('webServerRceConfirmAction');
  expect(dialog.textContent).toContain('Kill process 4712 on web-01?');
  await user.click(within(dialog).getByRole('button', { name: 'Kill process' }));
  await waitFor(() =>
    expect(defend.sent).toMatchObject([{ parameters: { entity_id: 'entity-1' } }])
  );
});

test('by its pid where the event has no entity id', async () => {
  const defend = createDefend();
  const { event: found } = ALERT;
  const alert = { ...ALERT, event: { ...found, process: event['process'] } };
  await confirm(openRespond(defend, { alert }), 'Kill');
  await waitFor(() => expect(defend.sent).toMatchObject([{ parameters: { pid: 4711 } }]));
});

test('tells Elastic Security which of its alerts it is about', async () => {
  const app = openRespond(createDefend(), { alert: { ...ALERT, securityAlertIds: ['theirs'] } });
  await confirm(app, 'Isolate');
  await screen.findByTestId('webServerRceSentAction');
  expect(app.http.bodies('POST /api/endpoint/action/isolate')).toMatchObject([
    { alert_ids: ['theirs'] },
  ]);
});

test.each([
  ['failed', 'Failed', 'No such process'],
  ['expired', 'Not done: the host did not answer in time', ''],
] as const)('says how it ended: %s', async (outcome, text, error) => {
  const app = openRespond(createDefend({ outcome, errors: ['No such process'] }));
  await confirm(app, 'Kill');
  const row = await screen.findByTestId('webServerRceSentAction');
  await within(row).findByText(text);
  expect(row.textContent).toContain(error);
});

test.each([
  ['Isolate', { licence: 'gold' }, 'a Platinum license and the privilege “Host Isolation”'],
  ['Kill', { licence: 'platinum' }, 'an Enterprise license and the privilege “Process Operations”'],
  ['Isolate', { rights: [] }, 'a Platinum license and the privilege “Host Isolation”'],
] as const)(
  'a refusal to %s (%o) says what is needed, and nothing is kept',
  async (button, state, needed) => {
    const app = openRespond(createDefend(state));
    const dialog = await confirm(app, button);
    const alert = await within(dialog).findByRole('alert');
    expect(alert.textContent).toContain(needed);
    expect(app.http.asked.filter((asked) => /^POST .*triage$/.test(asked))).toEqual([]);
  }
);

test('without the right the button is off and says which', async () => {
  const rights = { mayIsolate: true, mayKill: false };
  const { user } = openRespond(createDefend(), { host: { defendRights: rights } });
  const kill = await screen.findByTestId('webServerRceKill');
  expect(kill.hasAttribute('disabled')).toBe(true);
  await user.hover(kill.parentElement ?? kill);
  await screen.findByText(
    'Your role lacks the privilege “Process Operations” of Elastic Security.'
  );
});

test('nothing is offered without Elastic Security, or on a host that its agent does not watch', async () => {
  openRespond(createDefend(), { host: { defendRights: undefined } });
  await screen.findByTestId('webServerRceHistory');
  expect(screen.queryByTestId('webServerRceIsolate')).toBeNull();
  cleanup();
  openRespond(createDefend(), { alert: toSampleAlert() });
  await screen.findByTestId('webServerRceHistory');
  expect(screen.queryByTestId('webServerRceIsolate')).toBeNull();
});

test('who may not change alerts may not act on their hosts', async () => {
  openRespond(createDefend(), { host: { mayWrite: false } });
  await screen.findByText(/^Acting on the host needs the privilege “All”/);
  expect(screen.queryByTestId('webServerRceIsolate')).toBeNull();
});

test('rights are those of Elastic Security’s feature, whatever a Kibana calls it', () => {
  const all = { show: true, writeHostIsolation: true, writeProcessOperations: true };
  for (const feature of ['siem', 'siemV4']) {
    expect(findDefendRights({ navLinks: {}, [feature]: all })).toEqual(RIGHTS);
  }
  expect(findDefendRights({ siem: { show: true } })).toEqual({ mayIsolate: false, mayKill: false });
  expect(findDefendRights({ siem: { ...all, show: false } })).toBeUndefined();
  expect(findDefendRights({ webServerRce: all })).toBeUndefined();
});
