import { EuiLink, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { AlertStatus } from '../../../common/alert/alert';
import type { ListedAlert } from '../../../common/alert/listed_alert';
import type { TimeFormat } from '../../text/use_time_format';
import { AssigneeAvatar } from '../../triage/assignee/assignee_avatar';
import { CommandCell } from './command_cell';
import { RowActions } from './row_actions';
import { SeverityMark } from '../severity_mark';
import { StatusBadge } from '../status_badge';

export interface ColumnActions {
  readonly open: (alert: ListedAlert) => void;
  /** Undefined for readers who may not change alerts. */
  readonly setStatus: ((alerts: readonly ListedAlert[], status: AlertStatus) => void) | undefined;
  readonly isAnyTicked: boolean;
  readonly time: TimeFormat;
  /** Whether any of the rows is somebody's work. */
  readonly showsAssignees: boolean;
}

/**
 * Columns of the alerts table; `field` of a sortable one is the server's name for the sort. The command has all the room that
 * the others leave; what is often the same in every row stands below it in one line, not in a column each.
 */
export const toAlertColumns = (actions: ColumnActions): EuiBasicTableColumn<ListedAlert>[] => [
  {
    field: 'eventTime',
    name: i18n.translate('webServerRce.column.time', { defaultMessage: 'Time' }),
    width: '136px',
    sortable: true,
    render: (_value: unknown, alert: ListedAlert) => (
      // Not EUI's tooltip: while it is shown it looks at each frame whether its link is still there, and an alert is opened with the
      // pointer on it. All that opens and loads beside would be styled anew at each of these frames.
      <EuiLink
        title={`${actions.time.full(alert.eventTime)} · ${actions.time.relative(alert.eventTime)}`}
        onClick={() => actions.open(alert)}
        data-test-subj="webServerRceOpenAlert"
        data-alert-id={alert.id}
      >
        {actions.time.short(alert.eventTime)}
      </EuiLink>
    ),
  },
  {
    field: 'severity',
    name: i18n.translate('webServerRce.column.severity', { defaultMessage: 'Severity' }),
    width: '105px',
    sortable: true,
    render: (_value: unknown, { severity, riskScore }: ListedAlert) => (
      <SeverityMark severity={severity} riskScore={riskScore} />
    ),
  },
  {
    field: 'command',
    name: i18n.translate('webServerRce.column.command', { defaultMessage: 'Command' }),
    render: (_value: unknown, alert: ListedAlert) => <CommandCell alert={alert} />,
  },
  {
    field: 'status',
    name: i18n.translate('webServerRce.column.status', { defaultMessage: 'Status' }),
    width: '125px',
    sortable: true,
    render: (_value: unknown, alert: ListedAlert) => <StatusBadge status={alert.status} />,
  },
  ...(actions.showsAssignees ? [assigneeColumn()] : []),
  ...(actions.setStatus === undefined
    ? []
    : [actionColumn(actions.setStatus, actions.isAnyTicked)]),
];

const assigneeColumn = (): EuiBasicTableColumn<ListedAlert> => ({
  field: 'assignee',
  name: i18n.translate('webServerRce.filter.assignee', { defaultMessage: 'Assignee' }),
  width: '85px',
  render: (_value: unknown, { assignee }: ListedAlert) => <AssigneeAvatar name={assignee} />,
});

const actionColumn = (
  setStatus: NonNullable<ColumnActions['setStatus']>,
  isAnyTicked: boolean
): EuiBasicTableColumn<ListedAlert> => ({
  name: i18n.translate('webServerRce.column.actions', { defaultMessage: 'Actions' }),
  width: '80px',
  align: 'right',
  render: (alert: ListedAlert) => (
    <RowActions alert={alert} isDisabled={isAnyTicked} setStatus={setStatus} />
  ),
});
