import type { HttpSetup } from '@kbn/core/public';
import { createContext, useContext, type ReactElement, type ReactNode } from 'react';
import type { Locale } from '../../common/i18n/locale';
import type { CaseAccess } from '../cases/case_access';
import type { AlertLinks } from '../elsewhere/create_alert_links';

/** A short message at the edge of the screen, with at most one thing to do about it. */
export interface Notice {
  readonly tone: 'success' | 'warning' | 'danger';
  readonly title: string;
  readonly text?: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

/** Exactly what the app needs from the host it runs in; `mount_app.tsx` makes it from Kibana's core. */
export interface PageHost {
  readonly http: HttpSetup;
  readonly notify: (notice: Notice) => void;
  /** Shows where the reader is: the last crumb is also the title of the browser tab. */
  readonly showPlace: (crumbs: readonly Crumb[]) => void;
  /** Whether the reader may change alerts and switch the rule. */
  readonly mayWrite: boolean;
  /** Elastic Security is there, and the reader may make rules in it. */
  readonly mayEditSecurityRules: boolean;
  /** Undefined where there are no cases, or none the reader may add to. */
  readonly caseAccess: CaseAccess | undefined;
  readonly alertLinks: AlertLinks;
  /** Undefined where there is no Elastic Security, or it is not the reader's. */
  readonly defendRights: DefendRights | undefined;
  readonly osqueryInstalled: boolean;
  readonly osqueryRights: OsqueryRights;
  readonly locale: Locale;
  /** IANA name; undefined for the browser's own. */
  readonly timeZone: string | undefined;
  readonly now: () => Date;
  readonly euiProps: EuiProps;
}

/** What the reader may do to hosts by Elastic Defend, by Kibana's own privileges; the licence is asked for besides. */
export interface DefendRights {
  readonly mayIsolate: boolean;
  readonly mayKill: boolean;
}

/** What the reader may do with Osquery, by Kibana's own privileges. */
export interface OsqueryRights {
  /** See what became of queries, and their rows. */
  readonly mayRead: boolean;
  /** Run queries of one's own, and not only those of an alert's guide. */
  readonly mayWrite: boolean;
  /** End a query that runs: Kibana can't, the stand-alone host can. */
  readonly mayCancel: boolean;
}

/** What EUI's components are told besides, in the words of the host's EUI. */
export interface EuiProps {
  /** Newer flyouts can be dragged wider. */
  readonly flyout: object;
  /** Newer filter buttons fill when they are on; older ones get bold. */
  readonly toggle: object;
  /** Rows of results stay rows on a narrow screen: as cards they can't be compared. */
  readonly table: object;
}

export interface Crumb {
  readonly text: string;
  readonly open?: () => void;
}

const HostContext = createContext<PageHost | undefined>(undefined);

export const HostProvider = ({
  host,
  children,
}: {
  host: PageHost;
  children: ReactNode;
}): ReactElement => <HostContext.Provider value={host}>{children}</HostContext.Provider>;

export const useHost = (): PageHost => {
  const host = useContext(HostContext);
  if (host === undefined) throw new Error('useHost needs a HostProvider above it.');
  return host;
};
