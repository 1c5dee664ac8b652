// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { httpError, type Answers } from '../../../test/browser_app/fake_http';
import { giveElementsRoom } from '../../../test/browser_app/give_elements_room';
import { renderApp } from '../../../test/browser_app/render_app';
import { toFilledGuide, toSampleAlert } from '../../../test/browser_app/sample_alerts';
import { english } from '../../../common/i18n/english';
import { OWN_QUERIES } from '../../../common/guide/own_queries';

beforeEach(() => giveElementsRoom());
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const query = OWN_QUERIES.find(({ id }) => id === 'new_listeners');
const SQL = query?.template ?? '';
const EXEC = Date.parse(toSampleAlert().eventTime);
const HOUR = 3_600_000;

const listen = (port: string, name: string, started: string) => ({
  ...{ protocol: '6', address: '0.0.0.0', port, name, path: `/usr/bin/${name}`, started },
});
const NGINX = listen('80', 'nginx', '2020-01-01 00:00:00');
const SHELL = listen('4444', 'nc', new Date(EXEC).toISOString().slice(0, 19).replace('T', ' '));

/** A live query that the agent was sent so long after the alert's exec. */
const toItem = (id: string, afterMs: number) => ({
  _source: {
    ...{ action_id: id, agents: ['agent-1'], alert_ids: ['alert-1'] },
    ...{ '@timestamp': new Date(EXEC + afterMs).toISOString() },
    queries: [{ action_id: `q-${id}`, query: SQL, agents: ['agent-1'] }],
  },
});

const isOfQuery = (kuery: unknown): boolean => String(kuery).startsWith('(queries.query');

/** @param earlier Osquery's list of what the host was asked the same before the alert */
const renderListeners = (earlier: (kuery: string) => unknown, answers: Answers = {}) =>
  renderApp({
    path: '/alerts/alert-1?tab=investigate',
    answers: {
      'GET /internal/web_server_rce/alerts/*/guide': () => ({
        parts: toFilledGuide(
          `!{osquery${JSON.stringify({ label: query?.label(english), query: SQL })}}`,
          toSampleAlert()
        ),
      }),
      'GET /api/osquery/live_queries': ({ query: asked }) => {
        const kuery = asked?.['kuery'];
        return isOfQuery(kuery)
          ? earlier(String(kuery))
          : { data: { items: [toItem('now', 1000)], total: 1 } };
      },
      'GET /api/osquery/live_queries/*': () => ({
        data: {
          ...{ action_id: 'now', status: 'completed' },
          queries: [{ action_id: 'q-now', pending: 0, responded: 1, successful: 1 }],
        },
      }),
      'GET /api/osquery/live_queries/*/results/*': ({ path }) => {
        const rows = path.endsWith('q-now') ? [NGINX, SHELL] : [NGINX];
        return {
          data: { total: rows.length, edges: rows.map((osquery) => ({ _source: { osquery } })) },
        };
      },
      ...answers,
    },
  });

const findRows = async (sentence: RegExp): Promise<readonly string[]> => {
  await screen.findByText(sentence);
  const table = within(screen.getByTestId('webServerRceResultRows'));
  return table.getAllByRole('row').map(({ textContent }) => textContent);
};

const ofPeriod = (kuery: string, ...items: readonly unknown[]) => ({
  data: { items: kuery.includes('>= "1970') ? items : [], total: items.length },
});

test('puts a port first and marks it that no earlier look at the host shows, and says how far the looks reach', async () => {
  const { http } = renderListeners((kuery) =>
    ofPeriod(kuery, toItem('late', -30 * HOUR), toItem('early', -72 * HOUR))
  );
  const rows = await findRows(
    /Compared with 2 earlier looks at this host since .*: 1 row is marked\.$/
  );
  expect(rows[1]).toContain('not seen on this host before');
  expect(rows[1]).toContain('4444');
  expect(rows[2]).not.toContain('not seen');
  expect(http.asked.filter((asked) => asked.includes('q-early'))).toHaveLength(1);
});

test('goes by when programs started where there is no earlier look, and says so', async () => {
  renderListeners((kuery) => ofPeriod(kuery));
  const rows = await findRows(/No earlier look at this host to compare with: 1 row is marked/);
  expect(rows[1]).toContain('program started since the day before');
  expect(rows[1]).toContain('4444');
});

test('says that earlier looks could not be read and why, shows the rows all the same, and asks again', async () => {
  let isAllowed = false;
  const { user } = renderListeners((kuery) => {
    if (!isAllowed) throw httpError(403, { message: 'No osquery for you' });
    return ofPeriod(kuery, toItem('early', -72 * HOUR));
  });
  const rows = await findRows(/could not be read/);
  expect(screen.getByTestId('webServerRceLooks').textContent).toContain('No osquery for you');
  expect(rows[1]).toContain('program started since the day before');
  expect(rows).toHaveLength(3);
  isAllowed = true;
  await user.click(screen.getByText('Try again'));
  expect((await findRows(/Compared with 1 earlier look /))[1]).toContain('not seen on this host');
});

test('takes for earlier only what was asked before the exec, and before the rows that are shown', async () => {
  const kueries: string[] = [];
  const list = (afterMs: number): Answers => ({
    'GET /api/osquery/live_queries': ({ query: asked }) => {
      const kuery = String(asked?.['kuery']);
      if (!isOfQuery(kuery)) return { data: { items: [toItem('now', afterMs)], total: 1 } };
      kueries.push(kuery);
      return ofPeriod(kuery);
    },
  });
  for (const [afterMs, last] of [
    [1000, -1],
    [-500, -501],
  ] as const) {
    renderListeners(() => undefined, list(afterMs));
    await findRows(/No earlier look/);
    expect(kueries.splice(0).join()).toContain(`<= "${new Date(EXEC + last).toISOString()}"`);
    cleanup();
  }
});

test('says where an earlier look has more rows than are read, and where looks reach back less than a day', async () => {
  renderListeners(
    (kuery) => ({ data: { items: kuery.includes('>= "1970') ? [] : [toItem('late', -HOUR)] } }),
    {
      'GET /api/osquery/live_queries/*/results/q-late': () => ({
        data: { total: 9000, edges: [{ _source: { osquery: NGINX } }] },
      }),
    }
  );
  await findRows(/less than a day before the alert.*more rows than are read/);
});

test('compares no other rows', async () => {
  const { http } = renderListeners((kuery) => ofPeriod(kuery), {
    'GET /api/osquery/live_queries/*/results/*': () => ({
      data: { total: 1, edges: [{ _source: { osquery: { pid: '1', port: '80' } } }] },
    }),
  });
  await screen.findByTestId('webServerRceResultRows');
  expect(screen.queryByTestId('webServerRceLooks')).toBeNull();
  expect(http.asked.filter((asked) => asked === 'GET /api/osquery/live_queries')).toHaveLength(1);
});
