/** The slice of Kibana's browser core that is called. Holds for 8.12; what differs in 9.x says so. */
declare module '@kbn/core/public' {
  import type { History } from 'history';
  import type { ComponentType, ReactElement, ReactNode } from 'react';

  export interface Subscription {
    unsubscribe(): void;
  }

  export interface Observable<T> {
    subscribe(next: (value: T) => void): Subscription;
  }

  export interface HttpFetchOptions {
    method?: string;
    query?: Record<string, string | number | boolean | undefined>;
    /** Already serialised. */
    body?: string;
    headers?: Record<string, string>;
    /** Becomes the header `elastic-api-version`. */
    version?: string;
    signal?: AbortSignal;
  }

  /** Rejects with an error that carries `response.status` and the parsed `body`. */
  export interface HttpSetup {
    fetch<T>(path: string, options?: HttpFetchOptions): Promise<T>;
  }

  export type MountPoint = (element: HTMLElement) => () => void;

  export interface ToastInput {
    title: string;
    text?: string | MountPoint;
    toastLifeTimeMs?: number;
    'data-test-subj'?: string;
  }

  export interface ToastsStart {
    addSuccess(toast: ToastInput): unknown;
    addWarning(toast: ToastInput): unknown;
    addDanger(toast: ToastInput): unknown;
  }

  export interface CoreTheme {
    readonly darkMode: boolean;
  }

  export interface AppCategory {
    id: string;
    label: string;
    order?: number;
    euiIconType?: string;
  }

  export interface AppDeepLink {
    id: string;
    title: string;
    path: string;
    keywords?: string[];
  }

  export interface AppMountParameters {
    element: HTMLElement;
    /** Scoped to the app's route. */
    history: History;
    theme$: Observable<CoreTheme>;
  }

  export interface App {
    id: string;
    title: string;
    appRoute?: string;
    category?: AppCategory;
    order?: number;
    euiIconType?: string;
    keywords?: string[];
    deepLinks?: AppDeepLink[];
    mount(parameters: AppMountParameters): Promise<() => void>;
  }

  export type Capabilities = Readonly<
    Record<string, Readonly<Record<string, boolean | Record<string, boolean>>> | undefined>
  >;

  export interface ChromeBreadcrumb {
    text: string;
    href?: string;
    onClick?: (event: { preventDefault(): void }) => void;
  }

  export interface CoreStart {
    application: {
      capabilities: Capabilities;
      /** The address of an app in this Kibana and space, or a path within it. */
      getUrlForApp(
        appId: string,
        options?: { deepLinkId?: string; path?: string; absolute?: boolean }
      ): string;
    };
    chrome: {
      setBreadcrumbs(breadcrumbs: ChromeBreadcrumb[]): void;
      docTitle: { change(title: string | string[]): void };
    };
    http: HttpSetup;
    i18n: { Context: ComponentType<{ children: ReactNode }> };
    notifications: { toasts: ToastsStart };
    theme: { theme$: Observable<CoreTheme> };
    uiSettings: { get<T>(key: string): T };
    /** From 9.1 on. */
    rendering?: { addContext(element: ReactNode): ReactElement };
  }

  export interface PluginInitializerContext {
    readonly env: { readonly packageInfo: { readonly version: string } };
  }

  export interface CoreSetup<StartPlugins> {
    application: { register(app: App): void };
    http: {
      /** Adds where Kibana is served from and the page's space. */
      basePath: { prepend(path: string): string };
    };
    getStartServices(): Promise<[CoreStart, StartPlugins, unknown]>;
  }
}
