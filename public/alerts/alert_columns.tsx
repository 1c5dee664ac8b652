import { EuiLink, EuiToolTip, type EuiBasicTableColumn } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { CSSProperties, ReactElement } from 'react';
import type { AlertStatus } from '../../common/alert/alert';
import type { AlertSummary } from '../../common/alert/alert_summary';
import type { ListedAlert } from '../../common/alert/listed_alert';
import { toVisible } from '../text/split_hidden';
import { Truncated } from '../text/truncated';
import { Unknown } from '../text/unknown';
import { VisibleText } from '../text/visible_text';
import type { TimeFormat } from '../text/use_time_format';
import { SeverityMark } from './severity_mark';
import { StatusBadge } from './status_badge';
import { toStatusAction } from './status_text';

export interface ColumnActions {
  readonly open: (alert: ListedAlert) => void;
  /** Undefined for readers who may not change alerts. */
  readonly setStatus: ((alerts: readonly ListedAlert[], status: AlertStatus) => void) | undefined;
  readonly time: TimeFormat;
  /** Puts the command line under the processes instead of beside them. */
  readonly isNarrow: boolean;
}

/** Columns of the alerts table; `field` of a sortable one is the server's name for the sort. */
export const toAlertColumns = (actions: ColumnActions): EuiBasicTableColumn<ListedAlert>[] => [
  {
    field: 'eventTime',
    name: i18n.translate('webServerRce.column.time', { defaultMessage: 'Time' }),
    width: '145px',
    sortable: true,
    render: (_value: unknown, alert: ListedAlert) => (
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

const severityColumn = (): EuiBasicTableColumn<ListedAlert> => ({
  field: 'severity',
  name: i18n.translate('webServerRce.column.severity', { defaultMessage: 'Severity' }),
  width: '95px',
  sortable: true,
  render: (_value: unknown, alert: ListedAlert) => <SeverityMark severity={alert.severity} />,
});

const statusColumn = (withSeverity: boolean): EuiBasicTableColumn<ListedAlert> => ({
  field: 'status',
  name: i18n.translate('webServerRce.column.status', { defaultMessage: 'Status' }),
  width: '125px',
  sortable: true,
  render: (_value: unknown, alert: ListedAlert) => (
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
): EuiBasicTableColumn<ListedAlert> => ({
  field,
  name,
  width,
  sortable: true,
  truncateText: true,
  render: (_value: unknown, alert: ListedAlert) => <Truncated text={alert[field]} />,
});

const processColumn = (withCommand: boolean): EuiBasicTableColumn<ListedAlert> => ({
  field: 'process',
  name: i18n.translate('webServerRce.column.process', { defaultMessage: 'Parent → process' }),
  ...(withCommand ? {} : { width: '210px' }),
  sortable: true,
  truncateText: true,
  render: (_value: unknown, alert: ListedAlert) => (
    <div style={{ minWidth: 0, maxWidth: '100%' }}>
      <ProcessPair parent={alert.parent} process={alert.process} />
      {withCommand && <Truncated text={alert.command} monospace />}
    </div>
  ),
});

const commandColumn = (): EuiBasicTableColumn<ListedAlert> => ({
  field: 'command',
  name: i18n.translate('webServerRce.column.command', { defaultMessage: 'Command line' }),
  truncateText: true,
  render: (_value: unknown, alert: ListedAlert) => <Truncated text={alert.command} monospace />,
});

const ProcessPair = ({
  parent,
  process,
}: Pick<AlertSummary, 'parent' | 'process'>): ReactElement => (
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
): EuiBasicTableColumn<ListedAlert> => ({
  name: i18n.translate('webServerRce.column.actions', { defaultMessage: 'Actions' }),
  width: '80px',
  actions: (['acknowledged', 'closed', 'open'] as const).map((status) => ({
    type: 'icon' as const,
    icon: STATUS_ICONS[status],
    name: toStatusAction(status),
    description: toStatusAction(status),
    isPrimary: true,
    available: (alert: ListedAlert) => isOffered(alert.status, status),
    onClick: (alert: ListedAlert) => setStatus([alert], status),
    'data-test-subj': `webServerRceRow-${status}`,
  })),
});

/** An open alert can be acknowledged or closed, an acknowledged one closed, a closed one reopened. */
const isOffered = (current: AlertStatus, next: AlertStatus): boolean =>
  current === 'closed'
    ? next === 'open'
    : next === 'closed' || (current === 'open' && next === 'acknowledged');
