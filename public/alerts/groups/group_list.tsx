import { EuiBasicTable, EuiSkeletonText, EuiText } from '@elastic/eui';
import { i18n } from '@kbn/i18n';
import { useCallback, useState, type KeyboardEvent, type ReactElement } from 'react';
import { ALERT_STATUSES, type AlertStatus } from '../../../common/alert/alert';
import type { ListedAlert } from '../../../common/alert/listed_alert';
import {
  isOfKnownSource,
  MOST_GROUPS,
  toGroupFilter,
  type AlertGroup,
  type AlertGroups,
  type GroupedBy,
  type GroupKey,
} from '../../../common/api/groups/group_alerts';
import type { VerdictChange } from '../../../common/triage/triage_change';
import { useHost } from '../../app/host';
import { useFlyoutPlace } from '../../flyout/use_flyout_place';
import { Problem } from '../../text/problem';
import { useTimeFormat } from '../../text/use_time_format';
import { handleRowKey } from '../table/row_keys';
import { MatchingProgress } from '../selection/matching_progress';
import { SelectionBar } from '../selection/selection_bar';
import { useSetMatchingStatus } from '../selection/use_set_matching_status';
import type { ListStateControl } from '../use_list_state';
import { useReturningFocus } from '../use_returning_focus';
import { useSetStatus } from '../use_set_status';
import { GroupAlertList } from './group_alert_list';
import { ListHead } from './list_head';
import { toGroupColumns, type KeyedGroup } from './group_columns';
import { useAlertGroups } from './use_alert_groups';

/** One row for each server that was attacked, or each address it came from; its alerts stand below it once it is opened. */
export const GroupList = ({
  by,
  list,
  refreshMs,
}: {
  by: GroupedBy;
  list: ListStateControl;
  refreshMs: number | false;
}): ReactElement => {
  const { state, change, refine } = list;
  const { openGroups } = state;
  const { mayWrite, locale } = useHost();
  const time = useTimeFormat();
  const found = useAlertGroups(state, by, refreshMs);
  const { id: openId, open } = useFlyoutPlace();
  useReturningFocus(openId);
  const [selectedIds, setSelectedIds] = useState<readonly string[]>([]);
  const { setStatus, isChanging } = useSetStatus();
  const matching = useSetMatchingStatus(state);
  const openAlert = useCallback((alert: ListedAlert) => open(alert.id), [open]);
  const groups = (found.data?.groups ?? []).map((group): KeyedGroup => ({
    ...group,
    id: toGroupId(group),
  }));
  const selected = groups.filter(({ id }) => selectedIds.includes(id));
  const countAll = (some: readonly AlertGroup[]): number =>
    some.reduce((sum, { count }) => sum + count, 0);
  const statuses = state.statuses.length > 0 ? state.statuses : ALERT_STATUSES;
  const [changing, setChanging] = useState(0);
  const setGroups = (
    some: readonly AlertGroup[],
    status: AlertStatus,
    verdict?: VerdictChange
  ): void => {
    setChanging(countAll(some));
    matching.setMatching(status, {
      parts: some.map(toGroupFilter),
      verdict,
    });
    setSelectedIds([]);
  };
  const toggle = (group: AlertGroup): void => {
    const id = toGroupId(group);
    refine({
      openGroups: openGroups.includes(id)
        ? openGroups.filter((other) => other !== id)
        : [...openGroups, id],
    });
  };
  const columns = toGroupColumns({
    by,
    isOpen: (group) => openGroups.includes(toGroupId(group)),
    toggle,
    setStatus: mayWrite ? (group, status) => setGroups([group], status) : undefined,
    statuses: statuses.every((status) => status === 'closed')
      ? ['open']
      : ['acknowledged', 'closed'],
    ...{ time, locale },
  });
  if (found.data === undefined) {
    return found.isError ? (
      <Problem
        title={i18n.translate('webServerRce.groups.notRead', {
          defaultMessage: 'The groups could not be read',
        })}
        error={found.error}
        onRetry={() => void found.refetch()}
      />
    ) : (
      <EuiSkeletonText lines={6} />
    );
  }
  return (
    <>
      <ListHead list={list}>
        {matching.changed !== undefined && (
          <MatchingProgress changed={matching.changed} total={changing} onStop={matching.stop} />
        )}
        {matching.changed === undefined && selected.length > 0 && (
          <SelectionBar
            count={countAll(selected)}
            total={found.data.total}
            statuses={statuses}
            setStatus={(status, verdict) => setGroups(selected, status, verdict)}
            isChanging={isChanging}
            onSelectAll={undefined}
            onClear={() => setSelectedIds([])}
          />
        )}
        {matching.changed === undefined && selected.length === 0 && (
          <GroupCount by={by} groups={found.data} />
        )}
      </ListHead>
      <EuiBasicTable<KeyedGroup>
        data-test-subj="webServerRceGroupsTable"
        tableCaption={
          by === 'server'
            ? i18n.translate('webServerRce.groups.caption', { defaultMessage: 'Attacked servers' })
            : i18n.translate('webServerRce.groups.sourceCaption', {
                defaultMessage: 'Sources of attacks',
              })
        }
        items={groups}
        itemId="id"
        columns={columns}
        loading={found.isPreviousData}
        {...(mayWrite
          ? {
              selection: {
                selected,
                onSelectionChange: (next: KeyedGroup[]) => setSelectedIds(next.map(({ id }) => id)),
              },
            }
          : {})}
        itemIdToExpandedRowMap={Object.fromEntries(
          groups
            .filter(({ id }) => openGroups.includes(id))
            .map((group) => [
              group.id,
              <GroupAlertList
                key={group.id}
                group={group}
                state={state}
                openId={openId}
                onOpen={openAlert}
                onShowAlone={() =>
                  change({ grouping: 'none', openGroups: [], ...toGroupFilter(group) })
                }
                setStatus={mayWrite ? setStatus : undefined}
              />,
            ])
        )}
        rowProps={(group) => ({
          tabIndex: 0,
          onKeyDown: (event: KeyboardEvent<HTMLElement>) =>
            handleRowKey(event, () => toggle(group)),
          'data-test-subj': 'webServerRceGroupRow',
        })}
      />
    </>
  );
};

const toGroupId = (key: GroupKey): string =>
  JSON.stringify('source' in key ? [key.source] : [key.host, key.server]);

/** How many servers or addresses, and what is in no group. */
const GroupCount = ({
  by,
  groups: { groups, total, ungrouped },
}: {
  by: GroupedBy;
  groups: AlertGroups;
}) => (
  <EuiText size="s" color="subdued" style={{ minHeight: 24 }}>
    {by === 'server'
      ? i18n.translate('webServerRce.groups.serverCount', {
          defaultMessage:
            '{servers, plural, one {# server} other {# servers}}, {total, plural, one {# alert} other {# alerts}}',
          values: { servers: groups.length, total },
        })
      : i18n.translate('webServerRce.groups.sourceCount', {
          defaultMessage:
            '{sources, plural, =0 {No source is certain} one {# source} other {# sources}}, {total, plural, one {# alert} other {# alerts}}',
          values: { sources: groups.filter(isOfKnownSource).length, total },
        })}
    {groups.length === MOST_GROUPS &&
      ` · ${i18n.translate('webServerRce.groups.cut', {
        defaultMessage: 'only the {most} that were attacked last are shown',
        values: { most: MOST_GROUPS },
      })}`}
    {ungrouped > 0 &&
      ` · ${i18n.translate('webServerRce.groups.ungrouped', {
        defaultMessage:
          '{ungrouped, plural, one {# alert names} other {# alerts name}} no host or no server: see them as alerts',
        values: { ungrouped },
      })}`}
  </EuiText>
);
