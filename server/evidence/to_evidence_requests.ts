import { findText } from '../../common/event/get_values';
import type { EvidenceQuery, EvidenceRequest } from '../ports/evidence_taker';
import type { RaisedEvidence } from './raised_evidence';

/** A query, and the alerts that ask it. */
export interface WantedQuery {
  readonly query: EvidenceQuery;
  /** At least one. */
  readonly alerts: readonly RaisedEvidence[];
}

/** Of one request. */
const MOST_QUERIES = 50;

/** One request for the queries that the same alerts ask, so that none is kept with an alert that it says nothing of. */
export const toEvidenceRequests = (
  { spaceId, agentId }: Pick<EvidenceRequest, 'spaceId' | 'agentId'>,
  wanted: readonly WantedQuery[]
): EvidenceRequest[] => {
  const groups: WantedQuery[][] = [];
  const open = new Map<string, WantedQuery[]>();
  for (const one of wanted) {
    const key = toAlertIds(one).join('\n');
    const group = open.get(key);
    if (group !== undefined && group.length < MOST_QUERIES) {
      group.push(one);
      continue;
    }
    const begun = [one];
    open.set(key, begun);
    groups.push(begun);
  }
  return groups.map((group) => ({
    spaceId,
    agentId,
    hostName: findText(group[0]?.alerts[0]?.document ?? {}, 'host.name'),
    alertIds: group[0] ? toAlertIds(group[0]) : [],
    queries: group.map(({ query }) => query),
  }));
};

const toAlertIds = ({ alerts }: WantedQuery): readonly string[] => [
  ...new Set(alerts.map(({ alertId }) => alertId)),
];
