import { EuiProvider } from '@elastic/eui';
import type { CoreStart, CoreTheme, Observable } from '@kbn/core/public';
import { useEffect, useState, type ReactElement, type ReactNode } from 'react';

/**
 * What differs between the Kibana lines in the browser: who gives the theme to a React tree, and what EUI's flyout can.
 * Kibana 9 wraps a tree itself (`core.rendering`); 8.12 leaves theme and language to the plugin.
 */
export const HostProviders = ({
  core,
  children,
}: {
  core: CoreStart;
  children: ReactNode;
}): ReactElement => {
  if (core.rendering !== undefined) return core.rendering.addContext(children);
  return <ThemeAndLanguage core={core}>{children}</ThemeAndLanguage>;
};

const ThemeAndLanguage = ({
  core,
  children,
}: {
  core: CoreStart;
  children: ReactNode;
}): ReactElement => {
  const { darkMode } = useTheme(core.theme.theme$);
  return (
    <core.i18n.Context>
      <EuiProvider
        colorMode={darkMode ? 'dark' : 'light'}
        globalStyles={false}
        utilityClasses={false}
      >
        {children}
      </EuiProvider>
    </core.i18n.Context>
  );
};

const useTheme = (theme$: Observable<CoreTheme>): CoreTheme => {
  const [theme, setTheme] = useState<CoreTheme>({ darkMode: false });
  useEffect(() => {
    const subscription = theme$.subscribe(setTheme);
    return () => subscription.unsubscribe();
  }, [theme$]);
  return theme;
};

/** Newer flyouts can be dragged wider; EUI 90 has no such property and must not get it. */
export const toFlyoutSizing = (core: CoreStart): object =>
  core.rendering === undefined ? {} : { resizable: true, minWidth: 480 };
