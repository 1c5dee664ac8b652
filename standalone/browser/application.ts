import type { App } from '@kbn/core/public';

export interface Application {
  register(app: App): void;
  /** @throws Error when no plugin registered an app of this id */
  get(id: string): App;
}

export const createApplication = (): Application => {
  const apps = new Map<string, App>();
  return {
    register: (app) => {
      apps.set(app.id, app);
    },
    get: (id) => {
      const app = apps.get(id);
      if (app === undefined) throw new Error(`No app "${id}" is registered.`);
      return app;
    },
  };
};
