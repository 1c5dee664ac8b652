import type { EcsMapping } from '../../common/osquery/ecs_mapping';
import { EVIDENCE_MARK } from '../../common/osquery/evidence_mark';
import type { EvidenceRequest } from '../ports/evidence_taker';

/** The body of a live query that takes evidence, as Osquery's API and server contract know it. */
export const toLiveQueryBody = ({
  agentId,
  alertIds,
  queries,
}: EvidenceRequest): {
  agent_ids: string[];
  alert_ids: string[];
  metadata: Record<string, string>;
  queries: { id: string; query: string; ecs_mapping?: EcsMapping }[];
} => ({
  agent_ids: [agentId],
  alert_ids: [...alertIds],
  metadata: { ...EVIDENCE_MARK },
  queries: queries.map(({ label, sql, ecsMapping }, index) => ({
    id: label === '' ? `query ${index + 1}` : label,
    query: sql,
    ...(ecsMapping && { ecs_mapping: ecsMapping }),
  })),
});
