import type { ReadinessCheck } from '../../common/readiness/readiness';

export interface ProbeRequest {
  readonly indexPatterns: readonly string[];
  readonly timestampField: string;
  /** Dotted paths that the rules ask for. */
  readonly fields: readonly string[];
  /** ISO 8601: only events since then count. */
  readonly from: string;
  readonly signal: AbortSignal;
}

/** Looks at what is particular to a host: how events come to it and who may read them. What can't be seen is `unknown`. */
export interface ReadinessProbe {
  probe(request: ProbeRequest): Promise<readonly ReadinessCheck[]>;
}
