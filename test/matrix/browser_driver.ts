import assert from 'node:assert/strict';
import type { App, CoreStart, PluginInitializerContext } from '@kbn/core/public';
import { JSDOM } from 'jsdom';
import { isKibanaAtLeast } from '../../common/is_kibana_at_least';
import { i18n } from '../../standalone/kibana/i18n';
import { createFakeHttp } from '../browser_app/fake_http';
import { SAMPLE_ANSWERS } from '../browser_app/sample_answers';

/** Run by plain Node.js beside the files of one page: draws the app and looks at each of its views. */
const [kibanaVersion = ''] = process.argv.slice(2);

/** What React and EUI complain of when they are told what they don't know. */
const COMPLAINT = /does not recognize the|non-boolean attribute|Invalid prop|Unknown event handler/;
const PATIENCE_MS = 60_000;

type AddContext = NonNullable<CoreStart['rendering']>['addContext'];

interface SharedModules {
  readonly React: {
    createElement(type: unknown, props: undefined, child: unknown): ReturnType<AddContext>;
  };
  readonly ElasticEui: { readonly EuiProvider: unknown };
  readonly History: {
    createMemoryHistory(): { push(path: string): void };
  };
  KbnI18n?: object;
}

interface BrowserBundle {
  plugin(context: PluginInitializerContext): {
    setup(core: object, dependencies: object): unknown;
    start(): unknown;
  };
}

const complaints: string[] = [];
let bundle: BrowserBundle | undefined;

const openPage = (): void => {
  const { window } = new JSDOM('<!doctype html><body></body>', {
    url: 'http://127.0.0.1:5601/app/webServerRce',
    pretendToBeVisual: true,
  });
  const unknown = Object.getOwnPropertyNames(window).filter((name) => !(name in globalThis));
  for (const name of [
    ...unknown,
    'Event',
    'CustomEvent',
    'EventTarget',
    'KeyboardEvent',
    'navigator',
  ])
    Object.defineProperty(globalThis, name, {
      configurable: true,
      writable: true,
      value: Reflect.get(window, name) as unknown,
    });
  const matchMedia = () => ({
    matches: false,
    addListener: () => undefined,
    removeListener: () => undefined,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  });
  Object.assign(window, { matchMedia });
  // What a window inherits does not come with its own properties.
  for (const name of ['addEventListener', 'removeEventListener', 'dispatchEvent'] as const)
    Object.assign(globalThis, { [name]: window[name].bind(window) });
  Object.assign(globalThis, {
    window: globalThis,
    matchMedia,
    scrollTo: () => undefined,
    CSS: { supports: () => false, escape: (text: string) => text },
    __kbnBundles__: {
      define: (_id: string, get: () => BrowserBundle) => (bundle = get()),
    },
  });
  window.localStorage.setItem('webServerRce.refreshSeconds', '0');
  console.error = (...parts: unknown[]) => {
    const text = parts.map(String).join(' ');
    if (COMPLAINT.test(text)) complaints.push(text.slice(0, 400));
  };
};

const createCore = ({ React, ElasticEui }: SharedModules): CoreStart => ({
  application: {
    capabilities: { webServerRce: { show: true, save: true }, osquery: { read: true } },
    getUrlForApp: (appId, { path = '' } = {}) => `/app/${appId}${path}`,
  },
  chrome: { setBreadcrumbs: () => undefined, docTitle: { change: () => undefined } },
  http: createFakeHttp(SAMPLE_ANSWERS),
  i18n: { Context: ({ children }) => React.createElement('div', undefined, children) },
  notifications: {
    toasts: {
      addSuccess: () => undefined,
      addWarning: () => undefined,
      addDanger: () => undefined,
    },
  },
  theme: {
    theme$: {
      subscribe(next) {
        next({ darkMode: false });
        return { unsubscribe: () => undefined };
      },
    },
  },
  uiSettings: { get: <T>(): T => 'Browser' as T },
  ...(isKibanaAtLeast(kibanaVersion, 9, 1) && {
    rendering: {
      addContext: (tree) => React.createElement(ElasticEui.EuiProvider, undefined, tree),
    },
  }),
});

const waitFor = async (what: string): Promise<void> => {
  const end = Date.now() + PATIENCE_MS;
  while (!document.querySelector(what)) {
    assert.ok(Date.now() < end, `${what} did not come: ${document.body.textContent.slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  // Icons are loaded after what they stand in is drawn.
  await new Promise((resolve) => setTimeout(resolve, 500));
};

const expectSound = (view: string): void => {
  const images = [...document.querySelectorAll('img')].map((image) => image.getAttribute('src'));
  assert.deepEqual(images, [], `${view}: icons that this EUI does not have`);
  assert.deepEqual(complaints, [], view);
};

const drive = async (): Promise<void> => {
  openPage();
  await import(String(new URL('./shared.js', import.meta.url)));
  const shared = Reflect.get(globalThis, '__kbnSharedDeps__') as SharedModules;
  shared.KbnI18n = { i18n };
  await import(String(new URL('./webServerRce.plugin.js', import.meta.url)));
  assert.ok(bundle, 'the script defines no bundle');
  const instance = bundle.plugin({ env: { packageInfo: { version: kibanaVersion } } });
  const apps: App[] = [];
  instance.setup(
    {
      application: { register: (app: App) => apps.push(app) },
      http: { basePath: { prepend: (path: string) => path } },
      getStartServices: async () => [createCore(shared), { osquery: {} }, {}],
    },
    {}
  );
  instance.start();
  const element = document.createElement('div');
  document.body.append(element);
  const history = shared.History.createMemoryHistory();
  const unmount = await apps[0]?.mount({
    element,
    history: history as Parameters<App['mount']>[0]['history'],
    theme$: { subscribe: () => ({ unsubscribe: () => undefined }) },
  });
  await waitFor('[data-test-subj^="webServerRce"] td, table td');
  expectSound('the list');
  for (const tab of ['story', 'investigate', 'respond', 'details']) {
    history.push(`/alerts/alert-1?tab=${tab}`);
    await waitFor('.euiFlyout [role="tabpanel"], .euiFlyout .euiFlyoutBody');
    expectSound(`the alert’s ${tab}`);
  }
  unmount?.();
};

void drive().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
);
