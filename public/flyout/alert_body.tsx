import { EuiFlyoutBody } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { Alert } from '../../common/alert/alert';
import { GuideView } from '../guide/guide_view';
import { RunList } from '../osquery/run_list';
import { EventTab } from './event_tab';
import type { FlyoutTab } from './flyout_tab';
import { OverviewTab } from './overview_tab';
import { RuleTab } from './rule_tab';

/** The open tab of an alert. */
export const AlertBody = ({ alert, tab }: { alert: Alert; tab: FlyoutTab }): ReactElement => (
  <EuiFlyoutBody>
    <TabContent alert={alert} tab={tab} />
  </EuiFlyoutBody>
);

const TabContent = ({ alert, tab }: { alert: Alert; tab: FlyoutTab }): ReactElement => {
  switch (tab) {
    case 'overview':
      return <OverviewTab alert={alert} />;
    case 'guide':
      return <GuideView />;
    case 'runs':
      return <RunList />;
    case 'rule':
      return <RuleTab alert={alert} />;
    case 'event':
      return <EventTab alert={alert} />;
  }
};
