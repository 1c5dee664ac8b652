import {
  MOST_GROUPS,
  type AlertGroup,
  type GroupedBy,
  type GroupKey,
} from '../../common/api/groups/group_alerts';
import { LONGEST_FILTER_VALUE } from '../../common/api/find_alerts';
import type { SignKind } from '../../common/detection';
import type { AlertRow } from '../store/alerts/alert_row';

/** A group whose gravest alert is not read yet. */
export type RowGroup = GroupKey &
  Omit<AlertGroup, 'gravest' | 'host' | 'server' | 'source'> & { readonly gravest: AlertRow };

/**
 * Rows by host and server or by source, what was attacked last first; a row of several hosts is in the group of each.
 * @param rows in order of time
 */
export const groupRows = (
  rows: readonly AlertRow[],
  by: GroupedBy
): { readonly groups: readonly RowGroup[]; readonly ungrouped: number } => {
  const groups = new Map<string, AlertRow[]>();
  let ungrouped = 0;
  for (const row of rows) {
    const keys = LIST_KEYS[by](row).map((key) => JSON.stringify(key));
    if (keys.length === 0) ungrouped += 1;
    for (const key of keys) {
      const known = groups.get(key);
      if (known) known.push(row);
      else groups.set(key, [row]);
    }
  }
  return {
    groups: [...groups]
      .map(([key, members]) => toGroup(JSON.parse(key) as GroupKey, members))
      .filter((group) => !('host' in group) || isAskable(group.host))
      .sort(compareGroups)
      .slice(0, MOST_GROUPS),
    ungrouped,
  };
};

const LIST_KEYS: Readonly<Record<GroupedBy, (row: AlertRow) => readonly GroupKey[]>> = {
  server: ({ hosts, servers }) =>
    hosts.flatMap((host) => servers.filter(isAskable).map((server) => ({ host, server }))),
  source: ({ sources }) => sources.map((source) => ({ source })),
};

const toGroup = (key: GroupKey, rows: readonly AlertRow[]): RowGroup => {
  const toIso = (row: AlertRow | undefined): string => new Date(row?.eventTime ?? 0).toISOString();
  const gravest = rows.reduce((best, row) => (row.riskScore >= best.riskScore ? row : best));
  return {
    ...{ ...key, count: rows.length, gravest },
    from: toIso(rows[0]),
    to: toIso(rows.at(-1)),
    signKinds: toFrequent(rows.flatMap(({ signKinds }) => signKinds)),
  };
};

const toFrequent = (kinds: readonly SignKind[]): SignKind[] => {
  const counts = new Map<SignKind, number>();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([kind]) => kind);
};

const compareGroups = (a: RowGroup, b: RowGroup): number =>
  compareTexts(b.to, a.to) || compareTexts(toOrder(a), toOrder(b));

const toOrder = (key: GroupKey): string =>
  'source' in key ? key.source : `${key.host}\n${key.server}`;

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const isAskable = (value: string): boolean => value.length <= LONGEST_FILTER_VALUE;
