// @vitest-environment jsdom
import type { Capabilities, CoreStart, ToastInput } from '@kbn/core/public';
import { act, cleanup, within } from '@testing-library/react';
import { createMemoryHistory } from 'history';
import { afterEach, expect, test } from 'vitest';
import { createFakeHttp } from '../../test/browser_app/fake_http';
import { toPage, toSampleAlert } from '../../test/browser_app/sample_alerts';
import { mountApp } from './mount_app';
import { toHost } from './to_host';

afterEach(cleanup);

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
  act(() => {
    unmount = mountApp(toCore(), INSTALLED, { element, history: createMemoryHistory() });
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
  act(() => {
    mountApp(
      toCore({ rendering }),
      { ...INSTALLED, kibanaVersion: '9.1.0' },
      { element, history: createMemoryHistory() }
    );
  });
  const context = within(element).getByRole('main', { name: 'Kibana’s context' });
  expect(await within(context).findByText('sh -c whoami', {}, { timeout: 20_000 })).toBeDefined();
}, 60_000);

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
