import type { EventSource } from '../../event/source_event';
import type { Duration, Expression, Sequence, Term } from '../ast';
import { compileFilter } from '../compile/compile_filter';
import type { EventTest } from '../compile/condition';
import type { QueryScope } from '../compile/query_scope';
import { toKeyReader } from './join_key';
import type { JoinKey } from './join_key';

/**
 * What an event of a term does: it takes one of the stages, or it is one that must not lie in a gap, or it ends what
 * has begun. Gap 0 lies before the first stage, the last gap behind the last stage.
 */
type Role =
  | { readonly kind: 'stages'; readonly stages: readonly number[] }
  | { readonly kind: 'gap'; readonly gap: number }
  | { readonly kind: 'until' };

/** A term, ready to be asked about events. */
export interface PlannedTerm {
  readonly role: Role;
  readonly matches: EventTest;
  readonly readKeys: (source: EventSource) => JoinKey[];
}

/** A term that an event matches, with the event's keys. */
export interface MatchedTerm {
  readonly role: Role;
  readonly keys: readonly JoinKey[];
}

/** A sequence as the matcher runs it: stages for events that are there, and gaps before, between and behind them. */
export interface SequencePlan {
  /** In the order of the query, so that later stages come later; `until` is the last. */
  readonly terms: readonly PlannedTerm[];
  readonly stageCount: number;
  readonly hasLeading: boolean;
  readonly hasTrailing: boolean;
  /** In nanoseconds; undefined for no limit. */
  readonly maxspan: bigint | undefined;
  /** For each place of a result the stage that fills it; undefined for a missing event. */
  readonly slots: readonly (number | undefined)[];
}

const MILLIS: Readonly<Record<Duration['unit'], bigint>> = {
  ms: 1n,
  s: 1_000n,
  m: 60_000n,
  h: 3_600_000n,
  d: 86_400_000n,
};

export const toSequencePlan = (sequence: Sequence, scope: QueryScope): SequencePlan => {
  const { until, maxspan } = sequence;
  const slots: (number | undefined)[] = [];
  const terms: PlannedTerm[] = [];
  let stageCount = 0;
  for (const term of sequence.terms) {
    const stages = term.missing
      ? []
      : Array.from({ length: term.runs }, (_, index) => stageCount + index);
    const role: Role = term.missing ? { kind: 'gap', gap: stageCount } : { kind: 'stages', stages };
    terms.push(planTerm(term, role, sequence.keys, scope));
    slots.push(...Array.from({ length: term.runs }, (_, index) => stages[index]));
    stageCount += stages.length;
  }
  if (until !== undefined) terms.push(planTerm(until, { kind: 'until' }, sequence.keys, scope));
  return {
    terms,
    stageCount,
    hasLeading: sequence.terms[0]?.missing === true,
    hasTrailing: sequence.terms.at(-1)?.missing === true,
    maxspan: maxspan === undefined ? undefined : toNanos(maxspan),
    slots,
  };
};

/** The terms that an event matches and has keys for; undefined when it plays no part. */
export const findMatchedTerms = (
  { terms }: SequencePlan,
  source: EventSource
): MatchedTerm[] | undefined => {
  let matched: MatchedTerm[] | undefined;
  for (const { role, matches, readKeys } of terms) {
    const keys = matches(source) ? readKeys(source) : [];
    if (keys.length > 0) (matched ??= []).push({ role, keys });
  }
  return matched;
};

const planTerm = (
  term: Term,
  role: Role,
  sharedKeys: readonly Expression[],
  scope: QueryScope
): PlannedTerm => ({
  role,
  matches: compileFilter(term.filter, scope),
  readKeys: toKeyReader([...sharedKeys, ...term.keys], scope),
});

const toNanos = ({ amount, unit }: Duration): bigint => BigInt(amount) * MILLIS[unit] * 1_000_000n;
