import { EuiContext, EuiProvider } from '@elastic/eui';
import type { CoreTheme, Observable } from '@kbn/core/public';
import { useEffect, useState, type ReactElement, type ReactNode } from 'react';

/** Gives a React tree EUI's theme, light or dark as chosen, and EUI's own texts in the page's language. */
export const EuiThemeAndTexts = ({
  theme$,
  messages,
  children,
}: {
  theme$: Observable<CoreTheme>;
  messages: Readonly<Record<string, string>>;
  children: ReactNode;
}): ReactElement => {
  const [theme, setTheme] = useState<CoreTheme>({ darkMode: false });
  useEffect(() => {
    const subscription = theme$.subscribe(setTheme);
    return () => subscription.unsubscribe();
  }, [theme$]);
  return (
    <EuiProvider colorMode={theme.darkMode ? 'dark' : 'light'}>
      <EuiContext i18n={{ mapping: messages }}>{children}</EuiContext>
    </EuiProvider>
  );
};
