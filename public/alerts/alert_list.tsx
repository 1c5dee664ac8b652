import { EuiSkeletonText, EuiSpacer } from '@elastic/eui';
import type { UseQueryResult } from '@tanstack/react-query';
import { i18n } from '@kbn/i18n';
import { useCallback, useState, type ReactElement } from 'react';
import type { ListedAlert } from '../../common/alert/listed_alert';
import type { AlertPage } from '../../common/api/find_alerts';
import type { RuleStatus } from '../../common/api/rule_status';
import { useHost } from '../app/host';
import { useFlyoutPlace } from '../flyout/use_flyout_place';
import { Problem } from '../text/problem';
import { AlertCount } from './alert_count';
import { AlertsTable } from './alerts_table';
import { NoAlerts } from './no_alerts';
import { SelectionBar } from './selection_bar';
import type { ListStateControl } from './use_list_state';
import { useSetStatus } from './use_set_status';

/** Everything below the filters: first answer pending, failed, empty, or rows (old rows under a failed refresh too). */
export const AlertList = ({
  list: { state, change },
  alerts,
  rules,
}: {
  list: ListStateControl;
  alerts: UseQueryResult<AlertPage>;
  rules: readonly RuleStatus[] | undefined;
}): ReactElement => {
  const page = alerts.data;
  return (
    <>
      {alerts.isError && (
        <>
          <Problem
            title={page === undefined ? notReadText() : staleText()}
            error={alerts.error}
            onRetry={() => void alerts.refetch()}
          />
          <EuiSpacer size="m" />
        </>
      )}
      {page === undefined && !alerts.isError && (
        <EuiSkeletonText
          lines={10}
          contentAriaLabel={i18n.translate('webServerRce.alerts.loading', {
            defaultMessage: 'Alerts are being loaded',
          })}
        />
      )}
      {page !== undefined && page.total === 0 && (
        <NoAlerts
          page={page}
          state={state}
          rules={rules}
          onShowAll={() =>
            change({ statuses: [], hosts: [], users: [], search: '', time: { kind: 'all' } })
          }
        />
      )}
      {page !== undefined && page.total > 0 && (
        <Rows list={{ state, change }} page={page} isFetching={alerts.isFetching} />
      )}
    </>
  );
};

const Rows = ({
  list: { state, change },
  page,
  isFetching,
}: {
  list: ListStateControl;
  page: AlertPage;
  isFetching: boolean;
}): ReactElement => {
  const { mayWrite } = useHost();
  const { id: openId, open } = useFlyoutPlace();
  const [selectedIds, setSelectedIds] = useState<readonly string[]>([]);
  const { setStatus, isChanging } = useSetStatus();
  // By id, so that a refresh neither loses the ticks nor keeps an alert as it was.
  const selected = page.alerts.filter(({ id }) => selectedIds.includes(id));
  const openAlert = useCallback((alert: ListedAlert) => open(alert.id), [open]);
  return (
    <>
      {selected.length > 0 ? (
        <SelectionBar
          selected={selected}
          setStatus={(alerts, status) => {
            setStatus(alerts, status);
            setSelectedIds([]);
          }}
          isChanging={isChanging}
          onClear={() => setSelectedIds([])}
        />
      ) : (
        <AlertCount page={page} state={state} />
      )}
      <AlertsTable
        page={page}
        state={state}
        isFetching={isFetching}
        openId={openId}
        selected={selected}
        onSelect={(next) => setSelectedIds(next.map(({ id }) => id))}
        onOpen={openAlert}
        onChange={change}
        setStatus={mayWrite ? setStatus : undefined}
      />
    </>
  );
};

const notReadText = (): string =>
  i18n.translate('webServerRce.alerts.notRead', { defaultMessage: 'The alerts could not be read' });
const staleText = (): string =>
  i18n.translate('webServerRce.alerts.stale', {
    defaultMessage: 'The alerts could not be refreshed; these are the last ones that were read',
  });
