import type { CoreTheme, Observable } from '@kbn/core/public';
import { useEffect, useState } from 'react';

/** Whether the page is dark now. Known at the first drawing already: the observable tells a new subscriber at once. */
export const useDarkMode = (theme$: Observable<CoreTheme>): boolean => {
  const [darkMode, setDarkMode] = useState(() => {
    let now = false;
    theme$.subscribe((theme) => (now = theme.darkMode)).unsubscribe();
    return now;
  });
  useEffect(() => {
    const subscription = theme$.subscribe((theme) => setDarkMode(theme.darkMode));
    return () => subscription.unsubscribe();
  }, [theme$]);
  return darkMode;
};
