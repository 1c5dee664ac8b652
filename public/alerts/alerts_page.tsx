import { EuiPageTemplate, EuiSpacer } from '@elastic/eui';
import { memo, useEffect, type ReactElement } from 'react';
import { useHost } from '../app/host';
import { DisabledRules } from '../rule/disabled_rules';
import { RunMessages } from '../rule/run_messages';
import { useRules } from '../rule/use_rules';
import { AlertFilters } from './filters/alert_filters';
import { AlertList } from './alert_list';
import { AlertStatsStrip } from './stats/alert_stats_strip';
import { toPageTitle } from './page_title';
import { RefreshControl } from './refresh_control';
import { useAlertStats } from './stats/use_alert_stats';
import { useAlerts } from './use_alerts';
import { useListState, type ListStateControl } from './use_list_state';
import { useRefreshInterval } from './use_refresh_interval';

/** The page with the alerts table: rules that are off, counters, filters, alerts. */
export const AlertsPage = (): ReactElement => <AlertsView list={useListState()} />;

/** Drawn anew only where the list's part of the address has changed: not when an alert is opened. */
const AlertsView = memo(function AlertsView({ list }: { list: ListStateControl }): ReactElement {
  const { showPlace } = useHost();
  const [seconds, setSeconds] = useRefreshInterval();
  const refreshMs = seconds === 0 ? false : seconds * 1000;
  const alerts = useAlerts(list.state, { refreshMs });
  const stats = useAlertStats(list.state, refreshMs);
  const rules = useRules(refreshMs);
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
              void rules.refetch();
            }}
          />,
        ]}
      >
        <DisabledRules rules={rules} />
      </EuiPageTemplate.Header>
      <EuiPageTemplate.Section paddingSize="m">
        {rules.data?.rules.map(
          (rule) => rule.kind === 'present' && <RunMessages key={rule.id} rule={rule} />
        )}
        <AlertStatsStrip stats={stats} open={alerts.data?.statusCounts.open} />
        <EuiSpacer size="m" />
        <AlertFilters list={list} page={alerts.data} />
        <EuiSpacer size="s" />
        <AlertList list={list} alerts={alerts} rules={rules.data?.rules} refreshMs={refreshMs} />
      </EuiPageTemplate.Section>
    </EuiPageTemplate>
  );
});
