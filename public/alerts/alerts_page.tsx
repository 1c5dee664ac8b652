import { EuiPageTemplate, EuiSpacer } from '@elastic/eui';
import { useEffect, type ReactElement } from 'react';
import { useHost } from '../app/host';
import { RuleHeader } from '../rule/rule_header';
import { RunMessages } from '../rule/run_messages';
import { useRule } from '../rule/use_rule';
import { AlertFilters } from './alert_filters';
import { AlertList } from './alert_list';
import { toPageTitle } from './page_title';
import { RefreshControl } from './refresh_control';
import { useAlerts } from './use_alerts';
import { useListState } from './use_list_state';
import { useRefreshInterval } from './use_refresh_interval';

/** The page with the alerts table: rule on top, filters, alerts. */
export const AlertsPage = (): ReactElement => {
  const { showPlace } = useHost();
  const list = useListState();
  const [seconds, setSeconds] = useRefreshInterval();
  const refreshMs = seconds === 0 ? false : seconds * 1000;
  const alerts = useAlerts(list.state, { refreshMs });
  const rule = useRule(refreshMs);
  useEffect(() => showPlace([{ text: toPageTitle() }]), [showPlace]);
  return (
    <EuiPageTemplate restrictWidth={false} grow paddingSize="l" offset={0}>
      <EuiPageTemplate.Header
        pageTitle={toPageTitle()}
        paddingSize="m"
        rightSideItems={[
          <RefreshControl
            key="refresh"
            seconds={seconds}
            onChange={setSeconds}
            updatedAt={
              alerts.dataUpdatedAt === 0 ? undefined : new Date(alerts.dataUpdatedAt).toISOString()
            }
            isFetching={alerts.isFetching}
            onRefresh={() => {
              void alerts.refetch();
              void rule.refetch();
            }}
          />,
        ]}
      >
        <RuleHeader rule={rule} />
      </EuiPageTemplate.Header>
      <EuiPageTemplate.Section paddingSize="m">
        <RunMessages rule={rule.data} />
        <AlertFilters list={list} page={alerts.data} />
        <EuiSpacer size="s" />
        <AlertList list={list} alerts={alerts} rule={rule.data} />
      </EuiPageTemplate.Section>
    </EuiPageTemplate>
  );
};
