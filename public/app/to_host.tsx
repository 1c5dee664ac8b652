import { EuiButton, EuiText } from '@elastic/eui';
import type { CoreStart, MountPoint } from '@kbn/core/public';
import { i18n } from '@kbn/i18n';
import type { ReactElement } from 'react';
import ReactDOM from 'react-dom';
import { toLocale } from '../../common/i18n/locale';
import { PLUGIN_ID } from '../../common/product';
import { findCaseAccess } from '../cases/case_access';
import { createAlertLinks } from '../elsewhere/create_alert_links';
import {
  findDefendRights,
  HostProviders,
  mayEditSecurityRules,
  toEuiProps,
} from '../kibana_version';
import type { Crumb, PageHost, Notice } from './host';
import type { StartPlugins } from './start_plugins';

/** Long enough to notice a slip and undo it; a notice lies over the flyout's buttons for as long. */
const ACTION_TOAST_MS = 6000;

/** What is installed, as far as it makes a difference here. */
export interface Installation {
  /** All three numbers. */
  readonly kibanaVersion: string;
  readonly plugins: StartPlugins;
}

/** Makes the services of the app from Kibana's core. */
export const toHost = (core: CoreStart, { kibanaVersion, plugins }: Installation): PageHost => {
  const { capabilities } = core.application;
  const timeZone: unknown = core.uiSettings.get('dateFormat:tz');
  return {
    http: core.http,
    notify: (notice) => notify(core, notice),
    showPlace: (crumbs) => showPlace(core, crumbs),
    mayWrite: capabilities[PLUGIN_ID]?.['save'] === true,
    mayEditSecurityRules: mayEditSecurityRules(capabilities),
    caseAccess: findCaseAccess(core.application, plugins.cases),
    defendRights: findDefendRights(capabilities),
    alertLinks: createAlertLinks(core.application, plugins.share),
    osqueryInstalled: plugins.osquery !== undefined,
    osqueryRights: {
      mayRead: capabilities['osquery']?.['read'] === true,
      mayWrite: capabilities['osquery']?.['writeLiveQueries'] === true,
      mayCancel: capabilities['osquery']?.['cancelLiveQueries'] === true,
    },
    locale: toLocale(i18n.getLocale()),
    timeZone: typeof timeZone === 'string' && timeZone !== 'Browser' ? timeZone : undefined,
    now: () => new Date(),
    euiProps: toEuiProps(kibanaVersion),
  };
};

const notify = (core: CoreStart, notice: Notice): void => {
  const { toasts } = core.notifications;
  const { action } = notice;
  const toast = {
    title: notice.title,
    ...(action === undefined
      ? { ...(notice.text === undefined ? {} : { text: notice.text }) }
      : {
          text: toMountPoint(core, <NoticeBody text={notice.text} action={action} />),
          toastLifeTimeMs: ACTION_TOAST_MS,
        }),
    'data-test-subj': 'webServerRceNotice',
  };
  if (notice.tone === 'success') toasts.addSuccess(toast);
  else if (notice.tone === 'warning') toasts.addWarning(toast);
  else toasts.addDanger(toast);
};

const NoticeBody = ({
  text,
  action,
}: {
  text: string | undefined;
  action: NonNullable<Notice['action']>;
}): ReactElement => (
  <>
    {text !== undefined && <EuiText size="s">{text}</EuiText>}
    <EuiButton size="s" onClick={action.run} data-test-subj="webServerRceNoticeAction">
      {action.label}
    </EuiButton>
  </>
);

const toMountPoint =
  (core: CoreStart, node: ReactElement): MountPoint =>
  (element) => {
    ReactDOM.render(<HostProviders core={core}>{node}</HostProviders>, element);
    return () => {
      ReactDOM.unmountComponentAtNode(element);
    };
  };

const showPlace = (core: CoreStart, crumbs: readonly Crumb[]): void => {
  core.chrome.setBreadcrumbs(
    crumbs.map(({ text, open }) => ({
      text,
      ...(open === undefined
        ? {}
        : {
            onClick: (event: { preventDefault(): void }) => {
              event.preventDefault();
              open();
            },
          }),
    }))
  );
  core.chrome.docTitle.change(crumbs.map(({ text }) => text).reverse());
};
