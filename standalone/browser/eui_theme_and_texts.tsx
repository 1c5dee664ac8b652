import { EuiContext, EuiProvider } from '@elastic/eui';
import type { CoreTheme, Observable } from '@kbn/core/public';
import type { ReactElement, ReactNode } from 'react';
import { getStyleCache } from '../../public/app/get_style_cache';
import { useDarkMode } from '../../public/app/use_dark_mode';

/** Gives a React tree EUI's theme, light or dark as chosen, and EUI's own texts in the page's language. */
export const EuiThemeAndTexts = ({
  theme$,
  messages,
  children,
}: {
  theme$: Observable<CoreTheme>;
  messages: Readonly<Record<string, string>>;
  children: ReactNode;
}): ReactElement => (
  <EuiProvider cache={getStyleCache()} colorMode={useDarkMode(theme$) ? 'dark' : 'light'}>
    <EuiContext i18n={{ mapping: messages }}>{children}</EuiContext>
  </EuiProvider>
);
