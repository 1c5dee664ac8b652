import {
  EuiButtonIcon,
  EuiScreenReaderOnly,
  EuiText,
  EuiToolTip,
  type EuiBasicTableColumn,
} from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import type { AlertStatus } from '../../../common/alert/alert';
import type { AlertGroup, GroupedBy } from '../../../common/api/groups/group_alerts';
import { ChevronDown } from '../../icons/chevron_down';
import { ChevronRight } from '../../icons/chevron_right';
import type { TimeFormat } from '../../text/use_time_format';
import { toSourceText } from '../filters/source_text';
import { SeverityMark } from '../severity_mark';
import { toDurationText } from '../stats/duration_text';
import { toStatusAction } from '../status_text';
import { GroupCell } from './group_cell';

/** A group with what the address names it by. */
export type KeyedGroup = AlertGroup & { readonly id: string };

interface GroupColumnActions {
  readonly by: GroupedBy;
  readonly isOpen: (group: AlertGroup) => boolean;
  readonly toggle: (group: AlertGroup) => void;
  /** Undefined for readers who may not change alerts. */
  readonly setStatus: ((group: AlertGroup, status: AlertStatus) => void) | undefined;
  /** What a group's alerts may become. */
  readonly statuses: readonly AlertStatus[];
  readonly time: TimeFormat;
  readonly locale: string;
}

/** Columns of the table of groups: how grave, which server or source with what was done there, and when. */
export const toGroupColumns = (actions: GroupColumnActions): EuiBasicTableColumn<KeyedGroup>[] => [
  {
    name: (
      <EuiScreenReaderOnly>
        <span>
          {i18n.translate('webServerRce.groups.open', { defaultMessage: 'Show the alerts' })}
        </span>
      </EuiScreenReaderOnly>
    ),
    width: '40px',
    render: (group: AlertGroup) => (
      <EuiButtonIcon
        iconType={actions.isOpen(group) ? ChevronDown : ChevronRight}
        color="text"
        aria-expanded={actions.isOpen(group)}
        aria-label={toToggleText(group)}
        onClick={() => actions.toggle(group)}
        data-test-subj="webServerRceOpenGroup"
      />
    ),
  },
  {
    name: i18n.translate('webServerRce.column.severity', { defaultMessage: 'Severity' }),
    width: '105px',
    render: ({ gravest: { severity, riskScore } }: AlertGroup) => (
      <SeverityMark severity={severity} riskScore={riskScore} />
    ),
  },
  {
    name:
      actions.by === 'server'
        ? i18n.translate('webServerRce.groups.server', {
            defaultMessage: 'Server and gravest command',
          })
        : i18n.translate('webServerRce.groups.source', {
            defaultMessage: 'Source and gravest command',
          }),
    render: (group: AlertGroup) => <GroupCell group={group} />,
  },
  {
    name: i18n.translate('webServerRce.groups.time', { defaultMessage: 'Last alert' }),
    width: '150px',
    render: ({ from, to }: AlertGroup) => (
      <EuiToolTip content={`${actions.time.full(from)} – ${actions.time.full(to)}`}>
        <EuiText size="s" tabIndex={0}>
          {actions.time.short(to)}
          {from !== to && (
            <EuiText size="xs" color="subdued">
              {i18n.translate('webServerRce.groups.span', {
                defaultMessage: 'over {span}',
                values: { span: toDurationText(Date.parse(to) - Date.parse(from), actions.locale) },
              })}
            </EuiText>
          )}
        </EuiText>
      </EuiToolTip>
    ),
  },
  ...(actions.setStatus === undefined ? [] : [toActionColumn(actions.statuses, actions.setStatus)]),
];

const STATUS_ICONS = { acknowledged: 'flag', closed: 'check', open: 'refresh' } as const;

const toActionColumn = (
  statuses: readonly AlertStatus[],
  setStatus: NonNullable<GroupColumnActions['setStatus']>
): EuiBasicTableColumn<KeyedGroup> => ({
  name: i18n.translate('webServerRce.groups.actions', { defaultMessage: 'All of them' }),
  width: '90px',
  actions: statuses.map((status) => ({
    type: 'icon' as const,
    icon: STATUS_ICONS[status],
    name: toStatusAction(status),
    description: toStatusAction(status),
    isPrimary: true,
    onClick: (group: AlertGroup) => setStatus(group, status),
    'data-test-subj': `webServerRceGroupRow-${status}`,
  })),
});

const toToggleText = (group: AlertGroup): string =>
  'source' in group
    ? i18n.translate('webServerRce.groups.toggleSource', {
        defaultMessage: '{count, plural, one {The alert} other {The # alerts}}: {source}',
        values: { count: group.count, source: toSourceText(group.source) },
      })
    : i18n.translate('webServerRce.groups.toggle', {
        defaultMessage:
          '{count, plural, one {The alert} other {The # alerts}} of {server} on {host}',
        values: { count: group.count, server: group.server, host: group.host },
      });
