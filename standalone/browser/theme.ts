import type { CoreTheme, Observable } from '@kbn/core/public';
import { findStored, store } from '../../public/app/stored_value';

const KEY = 'webServerRce.darkMode';

export interface Theme {
  readonly theme$: Observable<CoreTheme>;
  readonly setDarkMode: (darkMode: boolean) => void;
}

/** The theme chosen in this browser, else what the operating system asks for. Tells subscribers the present one first. */
export const createTheme = (): Theme => {
  const stored = findStored(KEY);
  let current: CoreTheme = {
    darkMode:
      typeof stored === 'boolean'
        ? stored
        : window.matchMedia('(prefers-color-scheme: dark)').matches,
  };
  const listeners = new Set<(theme: CoreTheme) => void>();
  return {
    theme$: {
      subscribe: (listener) => {
        listeners.add(listener);
        listener(current);
        return { unsubscribe: () => listeners.delete(listener) };
      },
    },
    setDarkMode: (darkMode) => {
      store(KEY, darkMode);
      current = { darkMode };
      for (const listener of listeners) listener(current);
    },
  };
};
