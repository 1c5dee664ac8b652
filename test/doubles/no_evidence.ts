import type { EvidenceCollector } from '../../server/evidence/evidence_collector';

/** For runs that are not about evidence. */
export const NO_EVIDENCE: EvidenceCollector = { collect: () => undefined, stop: () => 0 };
