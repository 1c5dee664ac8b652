import { MOST_GROUPS, type AlertGroup } from '../../common/api/groups/group_alerts';
import { LONGEST_FILTER_VALUE } from '../../common/api/find_alerts';
import type { SignKind } from '../../common/detection';
import type { AlertRow } from '../store/alerts/alert_row';

/** A group whose gravest alert is not read yet. */
export interface RowGroup extends Omit<AlertGroup, 'gravest'> {
  readonly gravest: AlertRow;
}

/**
 * Rows by host and server, what was attacked last first; a row of several hosts is in the group of each.
 * @param rows in order of time
 */
export const groupRows = (
  rows: readonly AlertRow[]
): { readonly groups: readonly RowGroup[]; readonly ungrouped: number } => {
  const groups = new Map<string, AlertRow[]>();
  let ungrouped = 0;
  for (const row of rows) {
    const keys = row.hosts.flatMap((host) =>
      row.servers.filter(isAskable).map((server) => JSON.stringify([host, server]))
    );
    if (keys.length === 0) ungrouped += 1;
    for (const key of keys) {
      const known = groups.get(key);
      if (known) known.push(row);
      else groups.set(key, [row]);
    }
  }
  return {
    groups: [...groups]
      .map(([key, members]) => toGroup(JSON.parse(key) as [string, string], members))
      .filter(({ host }) => isAskable(host))
      .sort(compareGroups)
      .slice(0, MOST_GROUPS),
    ungrouped,
  };
};

const toGroup = ([host, server]: [string, string], rows: readonly AlertRow[]): RowGroup => {
  const toIso = (row: AlertRow | undefined): string => new Date(row?.eventTime ?? 0).toISOString();
  const gravest = rows.reduce((best, row) => (row.riskScore >= best.riskScore ? row : best));
  return {
    ...{ host, server, count: rows.length, gravest },
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
  compareTexts(b.to, a.to) || compareTexts(a.host, b.host) || compareTexts(a.server, b.server);

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const isAskable = (value: string): boolean => value.length <= LONGEST_FILTER_VALUE;
