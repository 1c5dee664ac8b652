import type { ListedAlert } from '../../../common/alert/listed_alert';
import { UNKNOWN_SOURCE } from '../../../common/alert/request/source_address';
import {
  MOST_GROUPS,
  toGroupFilter,
  type AlertGroup,
  type AlertGroups,
  type GroupedBy,
  type GroupKey,
} from '../../../common/api/groups/group_alerts';

/** Puts further alerts into the groups of their server or source, or into groups of their own. */
export const addToGroups = (
  { groups, total, ungrouped }: AlertGroups,
  alerts: readonly ListedAlert[],
  by: GroupedBy
): AlertGroups => {
  const byKey = new Map(groups.map((group) => [toId(group), group]));
  let lone = 0;
  for (const alert of alerts) {
    const key = findKey(alert, by);
    if (key === undefined) lone += 1;
    else byKey.set(toId(key), addToGroup(byKey.get(toId(key)), key, alert));
  }
  return {
    groups: [...byKey.values()]
      .sort((a, b) => Date.parse(b.to) - Date.parse(a.to))
      .slice(0, MOST_GROUPS),
    total: total + alerts.length,
    ungrouped: ungrouped + lone,
  };
};

const findKey = ({ host, parent, source }: ListedAlert, by: GroupedBy): GroupKey | undefined => {
  if (by === 'source') return { source: source ?? UNKNOWN_SOURCE };
  return host === undefined || parent === undefined ? undefined : { host, server: parent };
};

const toId = (key: GroupKey): string => JSON.stringify(toGroupFilter(key));

const addToGroup = (
  group: AlertGroup | undefined,
  key: GroupKey,
  alert: ListedAlert
): AlertGroup => {
  const { eventTime, signKinds } = alert;
  if (group === undefined) {
    return { ...key, count: 1, from: eventTime, to: eventTime, gravest: alert, signKinds };
  }
  const times = [group.from, group.to, eventTime].sort((a, b) => Date.parse(a) - Date.parse(b));
  return {
    ...{ ...key, count: group.count + 1 },
    from: times[0] ?? group.from,
    to: times.at(-1) ?? group.to,
    gravest: alert.riskScore > group.gravest.riskScore ? alert : group.gravest,
    signKinds: [...new Set([...group.signKinds, ...signKinds])],
  };
};
