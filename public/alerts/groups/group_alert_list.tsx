import { EuiButtonEmpty, EuiFlexGroup, EuiFlexItem, EuiSkeletonText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useMemo, useState, type ReactElement } from 'react';
import type { AlertStatus } from '../../../common/alert/alert';
import type { ListedAlert } from '../../../common/alert/listed_alert';
import {
  isOfKnownSource,
  toGroupFilter,
  type AlertGroup,
} from '../../../common/api/groups/group_alerts';
import { Problem } from '../../text/problem';
import { AlertsTable } from '../table/alerts_table';
import type { ListState } from '../list_state';
import { useAlerts } from '../use_alerts';
import { GroupSources } from './group_sources';

interface GroupAlertListProps {
  readonly group: AlertGroup;
  /** The list's, which the group's alerts fit as well. */
  readonly state: ListState;
  readonly openId: string | undefined;
  readonly onOpen: (alert: ListedAlert) => void;
  readonly onShowAlone: () => void;
  readonly setStatus: ((alerts: readonly ListedAlert[], status: AlertStatus) => void) | undefined;
}

const PAGE_SIZE = 10;

/** The alerts of one group, page by page, and from where they were brought. */
export const GroupAlertList = ({
  group,
  state,
  openId,
  onOpen,
  onShowAlone,
  setStatus,
}: GroupAlertListProps): ReactElement => {
  const [order, setOrder] = useState<Partial<ListState>>({ page: 0, perPage: PAGE_SIZE });
  // Of one group for good: the table gives each its own list.
  const [part] = useState(() => toGroupFilter(group));
  const own = useMemo(() => ({ ...state, ...order, ...part }), [state, order, part]);
  const alerts = useAlerts(own);
  return (
    <div style={{ width: '100%', minWidth: 0 }} data-test-subj="webServerRceGroupAlerts">
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
        <EuiFlexItem>
          {isOfKnownSource(group) ? null : <GroupSources alerts={alerts.data?.alerts ?? []} />}
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty size="xs" iconType="filter" onClick={onShowAlone}>
            {'source' in group
              ? i18n.translate('webServerRce.groups.sourceAlone', {
                  defaultMessage: 'Only this source in the list',
                })
              : i18n.translate('webServerRce.groups.alone', {
                  defaultMessage: 'Only this server in the list',
                })}
          </EuiButtonEmpty>
        </EuiFlexItem>
      </EuiFlexGroup>
      {alerts.isError && (
        <Problem
          title={i18n.translate('webServerRce.alerts.notRead', {
            defaultMessage: 'The alerts could not be read',
          })}
          error={alerts.error}
          onRetry={() => void alerts.refetch()}
        />
      )}
      {alerts.data === undefined && !alerts.isError && <EuiSkeletonText lines={3} />}
      {alerts.data !== undefined && (
        <AlertsTable
          page={alerts.data}
          state={own}
          isBefore={alerts.isPreviousData}
          openId={openId}
          onOpen={onOpen}
          onChange={setOrder}
          setStatus={setStatus}
        />
      )}
    </div>
  );
};
