import { EuiProvider } from '@elastic/eui';
import type { Capabilities, CoreStart } from '@kbn/core/public';
import type { ReactElement, ReactNode } from 'react';
import { isKibanaAtLeast } from '../common/is_kibana_at_least';
import { getStyleCache } from './app/get_style_cache';
import type { DefendRights, EuiProps } from './app/host';
import { useDarkMode } from './app/use_dark_mode';

/**
 * What differs between the Kibana lines in the browser: who gives the theme to a React tree, and what
 * EUI's components are told.
 * Newer ones wrap a tree themselves (`core.rendering`); older ones leave theme and language to the plugin.
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
  const darkMode = useDarkMode(core.theme.theme$);
  return (
    <core.i18n.Context>
      <EuiProvider
        cache={getStyleCache()}
        colorMode={darkMode ? 'dark' : 'light'}
        globalStyles={false}
        utilityClasses={false}
      >
        {children}
      </EuiProvider>
    </core.i18n.Context>
  );
};

/** Properties that one EUI knows and another would pass on to the page; each Kibana has an EUI of its own. */
export const toEuiProps = (kibanaVersion: string): EuiProps => ({
  flyout: isKibanaAtLeast(kibanaVersion, 9, 4) ? { resizable: true, minWidth: 480 } : {},
  toggle: isKibanaAtLeast(kibanaVersion, 9, 1) ? { isToggle: true } : {},
  table: isKibanaAtLeast(kibanaVersion, 8, 15)
    ? { responsiveBreakpoint: false }
    : { responsive: false },
});

/** The feature of Elastic Security is `siem` in 8.x, and of another name with nearly each line of 9.x. */
const SECURITY_FEATURES = /^(siem(V\d+)?|securitySolutionRulesV\d+)$/;

/** Whether the reader may make rules in Elastic Security; without it nobody may. */
export const mayEditSecurityRules = (capabilities: Capabilities): boolean =>
  Object.entries(capabilities).some(
    ([feature, granted]) =>
      SECURITY_FEATURES.test(feature) && (granted?.['crud'] === true || granted?.['edit'] === true)
  );

/** What the reader may do to hosts by Elastic Defend; undefined where there is no Elastic Security, or it is not the reader's. */
export const findDefendRights = (capabilities: Capabilities): DefendRights | undefined => {
  const granted = Object.entries(capabilities).flatMap(([feature, rights = {}]) =>
    SECURITY_FEATURES.test(feature) && rights['show'] === true ? [rights] : []
  );
  const may = (right: string): boolean => granted.some((rights) => rights[right] === true);
  return granted.length === 0
    ? undefined
    : { mayIsolate: may('writeHostIsolation'), mayKill: may('writeProcessOperations') };
};
