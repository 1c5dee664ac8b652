import { EuiButtonEmpty, EuiFlexGroup, EuiFlexItem, EuiSkeletonText, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useMemo, useState, type ReactElement } from 'react';
import type { AlertStatus } from '../../../common/alert/alert';
import type { ListedAlert } from '../../../common/alert/listed_alert';
import type { AlertGroup } from '../../../common/api/groups/group_alerts';
import { useAlertRequests } from '../../request/use_alert_requests';
import { Problem } from '../../text/problem';
import { VisibleText } from '../../text/visible_text';
import { AlertsTable } from '../alerts_table';
import type { ListState } from '../list_state';
import { useAlerts } from '../use_alerts';

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

/** The alerts of one group, page by page, and from where the gravest of them was brought. */
export const GroupAlertList = ({
  group,
  state,
  openId,
  onOpen,
  onShowAlone,
  setStatus,
}: GroupAlertListProps): ReactElement => {
  const [order, setOrder] = useState<Partial<ListState>>({ page: 0, perPage: PAGE_SIZE });
  const { host, server } = group;
  const own = useMemo(
    () => ({ ...state, ...order, hosts: [host], servers: [server] }),
    [state, order, host, server]
  );
  const alerts = useAlerts(own);
  return (
    <div style={{ width: '100%', minWidth: 0 }} data-test-subj="webServerRceGroupAlerts">
      <EuiFlexGroup gutterSize="s" alignItems="center" responsive={false} wrap>
        <EuiFlexItem>
          <Source group={group} />
        </EuiFlexItem>
        <EuiFlexItem grow={false}>
          <EuiButtonEmpty size="xs" iconType="filter" onClick={onShowAlone}>
            {i18n.translate('webServerRce.groups.alone', {
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

/** The address of the likeliest request; nothing where no access log tells it. */
const Source = ({ group: { gravest } }: { group: AlertGroup }): ReactElement | null => {
  const { data } = useAlertRequests(gravest.id);
  const [likeliest] = data?.ranked ?? [];
  if (data === undefined || likeliest === undefined) return null;
  return (
    <EuiText size="s" data-test-subj="webServerRceGroupSource">
      <VisibleText
        text={i18n.translate('webServerRce.groups.source', {
          defaultMessage:
            'The gravest came from {address}, {count, plural, one {which sent # request} other {which sent # requests}} about that time',
          values: { address: likeliest.request.address, count: data.ofSameAddress },
        })}
      />
    </EuiText>
  );
};
