import type { ListedAlert } from '../../../common/alert/listed_alert';
import {
  MOST_GROUPS,
  type AlertGroup,
  type AlertGroups,
} from '../../../common/api/groups/group_alerts';

/** Puts further alerts into the groups of their host and server, or into groups of their own. */
export const addToGroups = (
  { groups, total, ungrouped }: AlertGroups,
  alerts: readonly ListedAlert[]
): AlertGroups => {
  const byServer = new Map(groups.map((group) => [toKey(group.host, group.server), group]));
  const lone = alerts.filter(({ host, parent }) => host === undefined || parent === undefined);
  for (const alert of alerts) {
    if (alert.host === undefined || alert.parent === undefined) continue;
    const key = toKey(alert.host, alert.parent);
    byServer.set(key, addToGroup(byServer.get(key), alert.host, alert.parent, alert));
  }
  return {
    groups: [...byServer.values()]
      .sort((a, b) => Date.parse(b.to) - Date.parse(a.to))
      .slice(0, MOST_GROUPS),
    total: total + alerts.length,
    ungrouped: ungrouped + lone.length,
  };
};

const toKey = (host: string, server: string): string => JSON.stringify([host, server]);

const addToGroup = (
  group: AlertGroup | undefined,
  host: string,
  server: string,
  alert: ListedAlert
): AlertGroup => {
  const { eventTime, signKinds } = alert;
  if (group === undefined) {
    return { host, server, count: 1, from: eventTime, to: eventTime, gravest: alert, signKinds };
  }
  const times = [group.from, group.to, eventTime].sort((a, b) => Date.parse(a) - Date.parse(b));
  return {
    ...{ host, server, count: group.count + 1 },
    from: times[0] ?? group.from,
    to: times.at(-1) ?? group.to,
    gravest: alert.riskScore > group.gravest.riskScore ? alert : group.gravest,
    signKinds: [...new Set([...group.signKinds, ...signKinds])],
  };
};
