import { EuiFlyoutBody } from '@elastic/eui';
import type { ReactElement } from 'react';
import type { Alert } from '../../common/alert/alert';
import { InvestigateTab } from '../guide/investigate_tab';
import { RespondTab } from '../respond/respond_tab';
import { DetailsTab } from './details_tab/details_tab';
import type { FlyoutTab } from './flyout_tab';
import { StoryTab } from './story_tab/story_tab';

/** The open tab of an alert. Each tab starts at its top, wherever the one before was scrolled to. */
export const AlertBody = ({ alert, tab }: { alert: Alert; tab: FlyoutTab }): ReactElement => (
  <EuiFlyoutBody key={tab}>
    <TabContent alert={alert} tab={tab} />
  </EuiFlyoutBody>
);

const TabContent = ({ alert, tab }: { alert: Alert; tab: FlyoutTab }): ReactElement => {
  switch (tab) {
    case 'story':
      return <StoryTab alert={alert} />;
    case 'investigate':
      return <InvestigateTab />;
    case 'respond':
      return <RespondTab alert={alert} />;
    case 'details':
      return <DetailsTab alert={alert} />;
  }
};
