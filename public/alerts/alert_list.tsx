import { EuiSkeletonText, EuiSpacer } from '@elastic/eui';
import type { UseQueryResult } from '@tanstack/react-query';
import { i18n } from '@kbn/i18n';
import { useCallback, useMemo, useState, type ReactElement } from 'react';
import { ALERT_STATUSES } from '../../common/alert/alert';
import type { ListedAlert } from '../../common/alert/listed_alert';
import type { AlertPage } from '../../common/api/find_alerts';
import type { RuleStatus } from '../../common/api/rule_status';
import { useHost } from '../app/host';
import { useFlyoutPlace } from '../flyout/use_flyout_place';
import { Problem } from '../text/problem';
import { TakeAllButton } from '../triage/assignee/take_all_button';
import { AlertCount } from './alert_count';
import { AlertsTable } from './table/alerts_table';
import { GroupList } from './groups/group_list';
import { ListHead } from './groups/list_head';
import { DEFAULT_LIST_STATE } from './list_state';
import { NoAlerts } from './nothing_found/no_alerts';
import { MatchingProgress } from './selection/matching_progress';
import { SelectionBar } from './selection/selection_bar';
import type { ListStateControl } from './use_list_state';
import { useReturningFocus } from './use_returning_focus';
import { useSetMatchingStatus } from './selection/use_set_matching_status';
import { useSetStatus } from './use_set_status';

/** Everything below the filters: first answer pending, failed, empty, or rows (old rows under a failed refresh too). */
export const AlertList = ({
  list,
  alerts,
  rules,
  refreshMs,
}: {
  list: ListStateControl;
  alerts: UseQueryResult<AlertPage>;
  rules: readonly RuleStatus[] | undefined;
  refreshMs: number | false;
}): ReactElement => {
  const page = alerts.data;
  const { state, change } = list;
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
            change({
              ...DEFAULT_LIST_STATE,
              statuses: [],
            })
          }
        />
      )}
      {page !== undefined &&
        page.total > 0 &&
        (state.grouping === 'none' ? (
          <Rows list={list} page={page} isBefore={alerts.isPreviousData} />
        ) : (
          <GroupList key={state.grouping} by={state.grouping} list={list} refreshMs={refreshMs} />
        ))}
    </>
  );
};

const Rows = ({
  list,
  page,
  isBefore,
}: {
  list: ListStateControl;
  page: AlertPage;
  /** These are the rows of before, while others are fetched. */
  isBefore: boolean;
}): ReactElement => {
  const { state, change } = list;
  const { mayWrite } = useHost();
  const { id: openId, open } = useFlyoutPlace();
  useReturningFocus(openId);
  const [selectedIds, setSelectedIds] = useState<readonly string[]>([]);
  const [isEverything, setEverything] = useState(false);
  const { setStatus, isChanging } = useSetStatus();
  const matching = useSetMatchingStatus(state);
  // By id, so that a refresh neither loses the ticks nor keeps an alert as it was.
  const selected = useMemo(
    () => page.alerts.filter(({ id }) => selectedIds.includes(id)),
    [page, selectedIds]
  );
  const select = useCallback((next: readonly ListedAlert[]): void => {
    setSelectedIds(next.map(({ id }) => id));
    setEverything(false);
  }, []);
  const openAlert = useCallback((alert: ListedAlert) => open(alert.id), [open]);
  const clear = (): void => {
    setSelectedIds([]);
    setEverything(false);
  };
  const isWholePage = selected.length === page.alerts.length && page.total > selected.length;
  return (
    <>
      <ListHead list={list}>
        {matching.changed !== undefined ? (
          <MatchingProgress changed={matching.changed} total={page.total} onStop={matching.stop} />
        ) : selected.length > 0 ? (
          <SelectionBar
            count={isEverything ? page.total : selected.length}
            total={page.total}
            statuses={isEverything ? ALERT_STATUSES : selected.map(({ status }) => status)}
            setStatus={(status, verdict) => {
              if (isEverything) matching.setMatching(status, { verdict });
              else setStatus(selected, status, verdict);
              clear();
            }}
            isChanging={isChanging}
            onSelectAll={isWholePage && !isEverything ? () => setEverything(true) : undefined}
            onClear={clear}
          >
            {isEverything ? undefined : <TakeAllButton alerts={selected} onDone={clear} />}
          </SelectionBar>
        ) : (
          <AlertCount page={page} state={state} />
        )}
      </ListHead>
      <AlertsTable
        page={page}
        state={state}
        isBefore={isBefore}
        openId={openId}
        selected={selected}
        onSelect={select}
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
