import {
  EuiFlexGroup,
  EuiFlexItem,
  EuiFlyoutHeader,
  EuiSkeletonTitle,
  EuiSpacer,
  EuiTab,
  EuiTabs,
  EuiText,
  EuiTitle,
} from '@elastic/eui';
import type { ReactElement } from 'react';
import type { Alert } from '../../common/alert/alert';
import { toVisible } from '../text/split_hidden';
import { AlertFacts } from './alert_facts';
import { toAlertTitle } from './alert_title';
import { FLYOUT_TABS, toTabName, type FlyoutTab } from './flyout_tab';
import { NeighbourButtons } from './neighbour_buttons';

/** Which alert this is, its neighbours in the table, and the tabs. */
export const FlyoutHeader = ({
  id,
  alert,
  isLoading,
  titleId,
  tab,
  showTab,
}: {
  id: string;
  alert: Alert | undefined;
  isLoading: boolean;
  titleId: string;
  tab: FlyoutTab;
  showTab: (tab: FlyoutTab) => void;
}): ReactElement => (
  <EuiFlyoutHeader hasBorder>
    <EuiFlexGroup gutterSize="s" responsive={false} style={{ paddingRight: 32 }}>
      <EuiFlexItem style={{ minWidth: 0 }}>
        {alert === undefined ? (
          <EuiText size="xs" color="subdued">
            <h2 id={titleId} style={{ overflowWrap: 'anywhere' }}>
              {toVisible(id)}
            </h2>
          </EuiText>
        ) : (
          <EuiTitle size="s">
            <h2 id={titleId} style={{ overflowWrap: 'anywhere' }}>
              {toAlertTitle(alert)}
            </h2>
          </EuiTitle>
        )}
      </EuiFlexItem>
      <EuiFlexItem grow={false}>
        <NeighbourButtons id={id} />
      </EuiFlexItem>
    </EuiFlexGroup>
    <EuiSpacer size="xs" />
    {isLoading && <EuiSkeletonTitle size="xxs" />}
    {alert !== undefined && <AlertFacts alert={alert} />}
    <EuiSpacer size="s" />
    {alert !== undefined && (
      <EuiTabs size="s" bottomBorder={false} style={{ marginBottom: -16 }}>
        {FLYOUT_TABS.map((known) => (
          <EuiTab
            key={known}
            isSelected={known === tab}
            onClick={() => showTab(known)}
            data-test-subj={`webServerRceTab-${known}`}
          >
            {toTabName(known)}
          </EuiTab>
        ))}
      </EuiTabs>
    )}
  </EuiFlyoutHeader>
);
