import type { EventSource } from '../../event/source_event';
import type { Duration, Expression, Sequence, Term } from '../ast';
import { compileFilter } from '../compile/compile_filter';
import type { EventTest } from '../compile/condition';
import type { QueryScope } from '../compile/query_scope';
import { toKeyReader } from './join_key';
import type { JoinKey } from './join_key';

/** A term, ready to be asked about events. */
export interface PlannedTerm {
  readonly matches: EventTest;
  readonly readKeys: (source: EventSource) => JoinKey[];
  /** Places it takes in a result, in the order of the query. */
  readonly slots: readonly number[];
}

/** A place for an event that is there. */
export interface Stage {
  readonly term: PlannedTerm;
  readonly slot: number;
}

/**
 * A sequence as the matcher runs it: stages for events that are there, and gaps around them in which there must be
 * no event of some terms. Gap 0 lies before the first stage, the last gap behind the last one.
 */
export interface SequencePlan {
  readonly stages: readonly Stage[];
  readonly gaps: readonly (readonly PlannedTerm[])[];
  readonly until: PlannedTerm | undefined;
  /** In nanoseconds; undefined for no limit. */
  readonly maxspan: bigint | undefined;
  /** How many places a result has, empty ones of missing events included. */
  readonly slotCount: number;
}

const MILLIS: Readonly<Record<Duration['unit'], bigint>> = {
  ms: 1n,
  s: 1_000n,
  m: 60_000n,
  h: 3_600_000n,
  d: 86_400_000n,
};

export const toSequencePlan = (sequence: Sequence, scope: QueryScope): SequencePlan => {
  const stages: Stage[] = [];
  const gaps: PlannedTerm[][] = [[]];
  let slot = 0;
  for (const term of sequence.terms) {
    const slots = Array.from({ length: term.runs }, (_, index) => slot + index);
    const planned = planTerm(term, sequence.keys, slots, scope);
    if (term.missing) gaps.at(-1)?.push(planned);
    else {
      for (const each of slots) {
        stages.push({ term: planned, slot: each });
        gaps.push([]);
      }
    }
    slot += term.runs;
  }
  const { until, maxspan } = sequence;
  return {
    stages,
    gaps,
    until: until === undefined ? undefined : planTerm(until, sequence.keys, [], scope),
    maxspan: maxspan === undefined ? undefined : toNanos(maxspan),
    slotCount: slot,
  };
};

const planTerm = (
  term: Term,
  sharedKeys: readonly Expression[],
  slots: readonly number[],
  scope: QueryScope
): PlannedTerm => ({
  matches: compileFilter(term.filter, scope),
  readKeys: toKeyReader([...sharedKeys, ...term.keys], scope),
  slots,
});

const toNanos = ({ amount, unit }: Duration): bigint => BigInt(amount) * MILLIS[unit] * 1_000_000n;
