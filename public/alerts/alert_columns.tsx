import { EuiLink, EuiToolTip, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { CSSProperties, ReactElement } from 'react';
import type { Alert, AlertStatus } from '../../common/alert/alert';
import { toVisible } from '../text/split_hidden';
import { Truncated } from '../text/truncated';
import { Unknown } from '../text/unknown';
import { VisibleText } from '../text/visible_text';
import type { TimeFormat } from '../text/use_time_format';
import { toAlertSummary, type AlertSummary } from './alert_summary';
import { SeverityMark } from './severity_mark';
import { StatusBadge } from './status_badge';
import { toStatusAction } from './status_text';

export interface ColumnActions {
  readonly open: (alert: Alert) => void;
  /** Undefined for readers who may not change alerts. */
  readonly setStatus: ((alerts: readonly Alert[], status: AlertStatus) => void) | undefined;
  readonly time: TimeFormat;
  /** Puts the command line under the processes instead of beside them. */
  readonly isNarrow: boolean;
}

/** Columns of the alerts table; `field` of a sortable one is the server's name for the sort. */
export const toAlertColumns = (actions: ColumnActions): EuiBasicTableColumn<Alert>[] => [
  {
    field: 'eventTime',
    name: i18n.translate('webServerRce.column.time', { defaultMessage: 'Time' }),
    width: '145px',
    sortable: true,
    render: (_value: unknown, alert: Alert) => (
      // Beside the link: above it, while the link has the focus, it would cover the one of the row before.
      <EuiToolTip
        position="right"
        content={`${actions.time.full(alert.eventTime)} · ${actions.time.relative(alert.eventTime)}`}
      >
        <EuiLink
          onClick={() => actions.open(alert)}
          data-test-subj="webServerRceOpenAlert"
          data-alert-id={alert.id}
        >
          {actions.time.short(alert.eventTime)}
        </EuiLink>
      </EuiToolTip>
    ),
  },
  ...(actions.isNarrow ? [] : [severityColumn()]),
  statusColumn(actions.isNarrow),
  textColumn('host', hostName(), actions.isNarrow ? '120px' : '160px'),
  textColumn('user', userName(), '100px'),
  processColumn(actions.isNarrow),
  ...(actions.isNarrow ? [] : [commandColumn()]),
  ...(actions.setStatus === undefined ? [] : [actionColumn(actions.setStatus)]),
];

const severityColumn = (): EuiBasicTableColumn<Alert> => ({
  field: 'severity',
  name: i18n.translate('webServerRce.column.severity', { defaultMessage: 'Severity' }),
  width: '95px',
  sortable: true,
  render: (_value: unknown, alert: Alert) => <SeverityMark severity={alert.severity} />,
});

const statusColumn = (withSeverity: boolean): EuiBasicTableColumn<Alert> => ({
  field: 'status',
  name: i18n.translate('webServerRce.column.status', { defaultMessage: 'Status' }),
  width: '125px',
  sortable: true,
  render: (_value: unknown, alert: Alert) => (
    <div style={{ display: 'flex', alignItems: 'center', gap: 6 }}>
      <StatusBadge status={alert.status} />
      {withSeverity && <SeverityMark severity={alert.severity} />}
    </div>
  ),
});

const hostName = (): string =>
  i18n.translate('webServerRce.column.host', { defaultMessage: 'Host' });
const userName = (): string =>
  i18n.translate('webServerRce.column.user', { defaultMessage: 'User' });

const textColumn = (
  field: 'host' | 'user',
  name: string,
  width: string
): EuiBasicTableColumn<Alert> => ({
  field,
  name,
  width,
  sortable: true,
  truncateText: true,
  render: (_value: unknown, alert: Alert) => <Truncated text={toAlertSummary(alert)[field]} />,
});

const processColumn = (withCommand: boolean): EuiBasicTableColumn<Alert> => ({
  field: 'process',
  name: i18n.translate('webServerRce.column.process', { defaultMessage: 'Parent → process' }),
  ...(withCommand ? {} : { width: '210px' }),
  sortable: true,
  truncateText: true,
  render: (_value: unknown, alert: Alert) => {
    const summary = toAlertSummary(alert);
    return (
      <div style={{ minWidth: 0, maxWidth: '100%' }}>
        <ProcessPair {...summary} />
        {withCommand && <Truncated text={summary.command} monospace />}
      </div>
    );
  },
});

const commandColumn = (): EuiBasicTableColumn<Alert> => ({
  field: 'command',
  name: i18n.translate('webServerRce.column.command', { defaultMessage: 'Command line' }),
  truncateText: true,
  render: (_value: unknown, alert: Alert) => (
    <Truncated text={toAlertSummary(alert).command} monospace />
  ),
});

const ProcessPair = ({ parent, process }: AlertSummary): ReactElement => (
  <EuiToolTip
    display="block"
    content={`${toVisible(parent ?? '?')} → ${toVisible(process ?? '?')}`}
  >
    <span style={{ display: 'flex', whiteSpace: 'pre' }}>
      <span style={CUT_FIRST}>
        {parent === undefined ? <Unknown /> : <VisibleText text={parent} />}
      </span>
      {' → '}
      <strong style={CUT_LAST}>
        {process === undefined ? <Unknown /> : <VisibleText text={process} />}
      </strong>
    </span>
  </EuiToolTip>
);

/** Where a path stands for a name, the column has room for the process at least. */
const CUT_FIRST: CSSProperties = { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' };
const CUT_LAST: CSSProperties = { ...CUT_FIRST, flexShrink: 0, maxWidth: '70%' };

const STATUS_ICONS = {
  acknowledged: 'eye',
  closed: 'check',
  open: 'refresh',
} as const;

const actionColumn = (
  setStatus: NonNullable<ColumnActions['setStatus']>
): EuiBasicTableColumn<Alert> => ({
  name: i18n.translate('webServerRce.column.actions', { defaultMessage: 'Actions' }),
  width: '80px',
  actions: (['acknowledged', 'closed', 'open'] as const).map((status) => ({
    type: 'icon' as const,
    icon: STATUS_ICONS[status],
    name: toStatusAction(status),
    description: toStatusAction(status),
    isPrimary: true,
    available: (alert: Alert) => isOffered(alert.status, status),
    onClick: (alert: Alert) => setStatus([alert], status),
    'data-test-subj': `webServerRceRow-${status}`,
  })),
});

/** An open alert can be acknowledged or closed, an acknowledged one closed, a closed one reopened. */
const isOffered = (current: AlertStatus, next: AlertStatus): boolean =>
  current === 'closed'
    ? next === 'open'
    : next === 'closed' || (current === 'open' && next === 'acknowledged');
