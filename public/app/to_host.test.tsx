// @vitest-environment jsdom
import type { Capabilities, CoreStart, ToastInput } from '@kbn/core/public';
import { act, cleanup, within, type BoundFunctions, type queries } from '@testing-library/react';
import { createMemoryHistory } from 'history';
import { afterEach, expect, test } from 'vitest';
import { createFakeHttp, type Answers, type FakeHttp } from '../../test/browser_app/fake_http';
import { toPage, toSampleAlert } from '../../test/browser_app/sample_alerts';
import { SAMPLE_ANSWERS } from '../../test/browser_app/sample_answers';
import { mountApp } from './mount_app';
import { toHost } from './to_host';

/** What takes away the apps that a test has drawn: one that stays goes on asking. */
const unmounts: (() => void)[] = [];
afterEach(() => {
  act(() => unmounts.splice(0).forEach((unmount) => unmount()));
  cleanup();
});

const INSTALLED = { kibanaVersion: '8.12.2', plugins: {} };

const toApplication = (capabilities: Capabilities): CoreStart['application'] => ({
  capabilities,
  getUrlForApp: (appId, { path = '' } = {}) => `/s/dmz/app/${appId}${path}`,
});

const toCore = (part: Partial<CoreStart> = {}, toasts: ToastInput[] = []): CoreStart => ({
  application: toApplication({ webServerRce: { show: true, save: true } }),
  chrome: { setBreadcrumbs: () => undefined, docTitle: { change: () => undefined } },
  http: createFakeHttp({
    'POST /internal/web_server_rce/alerts/_find': () => toPage([toSampleAlert()]),
    'GET /internal/web_server_rce/rules': () => ({ rules: [] }),
  }),
  i18n: { Context: ({ children }) => <>{children}</> },
  notifications: {
    toasts: {
      addSuccess: (toast) => toasts.push(toast),
      addWarning: (toast) => toasts.push(toast),
      addDanger: (toast) => toasts.push(toast),
    },
  },
  theme: {
    theme$: {
      subscribe: (next) => {
        next({ darkMode: true });
        return { unsubscribe: () => undefined };
      },
    },
  },
  uiSettings: { get: <T,>(): T => 'Browser' as T },
  ...part,
});

test('draws the app under Kibana 8.12, which gives no context, and takes it away again', async () => {
  const element = document.createElement('div');
  document.body.append(element);
  let unmount = (): void => undefined;
  await act(async () => {
    unmount = await mountApp(toCore(), INSTALLED, { element, history: createMemoryHistory() });
  });
  expect(await within(element).findByText('sh -c whoami', {}, { timeout: 20_000 })).toBeDefined();
  act(unmount);
  expect(element.childElementCount).toBe(0);
}, 60_000);

test('leaves theme and language to Kibana 9, which gives a context', async () => {
  const element = document.createElement('div');
  document.body.append(element);
  const rendering: CoreStart['rendering'] = {
    addContext: (tree) => <main aria-label="Kibana’s context">{tree}</main>,
  };
  await act(async () => {
    const unmount = await mountApp(
      toCore({ rendering }),
      { ...INSTALLED, kibanaVersion: '9.1.0' },
      { element, history: createMemoryHistory() }
    );
    unmounts.push(unmount);
  });
  const context = within(element).getByRole('main', { name: 'Kibana’s context' });
  expect(await within(context).findByText('sh -c whoami', {}, { timeout: 20_000 })).toBeDefined();
}, 60_000);

const FIND = 'POST /internal/web_server_rce/alerts/_find';

const mountAt = async (
  path: string,
  answers: Answers = {}
): Promise<{ http: FakeHttp; page: BoundFunctions<typeof queries> }> => {
  const element = document.createElement('div');
  document.body.append(element);
  const http = createFakeHttp({ ...SAMPLE_ANSWERS, ...answers });
  await act(async () => {
    const history = createMemoryHistory({ initialEntries: [path] });
    unmounts.push(await mountApp(toCore({ http }), INSTALLED, { element, history }));
  });
  return { http, page: within(element) };
};

test.each(['/', '/?status=closed&host=web-01', '/alerts/alert-1'])(
  'asks for the alerts of %s before anything else, once, and is drawn with them',
  async (path) => {
    const { http, page } = await mountAt(path);
    expect(page.getAllByText('sh -c whoami')).not.toEqual([]);
    expect(http.asked[0]).toBe(FIND);
    expect(http.asked.filter((request) => request === FIND)).toHaveLength(1);
  },
  60_000
);

test('does not wait long for alerts, and asks for them once even so', async () => {
  const { http, page } = await mountAt('/', { [FIND]: () => new Promise(() => undefined) });
  expect(page.getByLabelText(/Alerts are being loaded/)).toBeDefined();
  expect(http.asked.filter((request) => request === FIND)).toHaveLength(1);
}, 60_000);

test.each(['/readiness', '/rules/seed/runs'])(
  'asks for no alerts at %s',
  async (path) => {
    const { http } = await mountAt(path);
    expect(http.asked).not.toContain(FIND);
  },
  60_000
);

test.each([
  ['8.12.2', { flyout: {}, toggle: {}, table: { responsive: false } }],
  ['8.18.3', { flyout: {}, toggle: {}, table: { responsiveBreakpoint: false } }],
  ['9.0.8', { flyout: {}, toggle: {}, table: { responsiveBreakpoint: false } }],
  ['9.1.0', { flyout: {}, toggle: { isToggle: true }, table: { responsiveBreakpoint: false } }],
  [
    '9.10.0',
    {
      flyout: { resizable: true, minWidth: 480 },
      toggle: { isToggle: true },
      table: { responsiveBreakpoint: false },
    },
  ],
])('tells the EUI of Kibana %s only what it knows', (kibanaVersion, euiProps) => {
  expect(toHost(toCore(), { ...INSTALLED, kibanaVersion }).euiProps).toEqual(euiProps);
});

test('a reader without the right to save may not write', () => {
  const capabilities = { webServerRce: { show: true, save: false } };
  expect(toHost(toCore({ application: toApplication(capabilities) }), INSTALLED).mayWrite).toBe(
    false
  );
  expect(toHost(toCore({ application: toApplication({}) }), INSTALLED).mayWrite).toBe(false);
  expect(toHost(toCore(), INSTALLED).mayWrite).toBe(true);
});

test('only who may write live queries may run queries of his own', () => {
  const withRights = (osquery: Record<string, boolean>): boolean =>
    toHost(toCore({ application: toApplication({ osquery }) }), INSTALLED).osqueryRights.mayWrite;
  expect(withRights({ writeLiveQueries: true })).toBe(true);
  expect(withRights({ runSavedQueries: true, writeLiveQueries: false })).toBe(false);
  expect(toHost(toCore(), INSTALLED).osqueryRights.mayWrite).toBe(false);
});

test('a notice with something to do carries a button that does it', () => {
  const toasts: ToastInput[] = [];
  let undone = 0;
  toHost(toCore({}, toasts), INSTALLED).notify({
    tone: 'success',
    title: 'Closed',
    action: { label: 'Undo', run: () => (undone += 1) },
  });
  const element = document.createElement('div');
  document.body.append(element);
  const text = toasts[0]?.text;
  if (typeof text !== 'function') throw new Error('The toast has no body of its own.');
  act(() => {
    text(element);
  });
  act(() => within(element).getByRole('button', { name: 'Undo' }).click());
  expect(undone).toBe(1);
});
