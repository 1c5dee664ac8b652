import type { EventSource } from '../../event/source_event';
import type { QueryScope } from '../compile/query_scope';
import type { FieldReader } from '../fields/field_reader';
import { compareScalarOrder } from '../values/compare_scalar_order';
import type { Instant } from '../values/parse_instant';
import type { Scalar } from '../values/scalar';

/** The place of an event in time: by timestamp, then tiebreaker, then the order in which events were given. */
export interface Ordinal {
  /** Undefined comes first, as in Elasticsearch. */
  readonly time: Instant | undefined;
  /** Null comes first. */
  readonly tiebreaker: Scalar;
  readonly position: number;
}

export const compareOrdinals = (a: Ordinal, b: Ordinal): number =>
  compareTimes(a.time, b.time) ||
  compareScalarOrder(a.tiebreaker, b.tiebreaker) ||
  a.position - b.position;

/** Prepares reading ordinals; `position` counts the events of one search. */
export const createOrdinalReader = (
  scope: QueryScope,
  tiebreakerField: string | undefined
): ((source: EventSource, position: number) => Ordinal) => {
  const { timestamp } = scope;
  const tiebreaker = tiebreakerField === undefined ? undefined : scope.get(tiebreakerField);
  return (source, position) => ({
    time: findFirst(source, timestamp, (leaf) => timestamp.type.toInstant?.(leaf)),
    tiebreaker:
      tiebreaker === undefined
        ? null
        : (findFirst(source, tiebreaker, (leaf) => tiebreaker.type.toScalar(leaf) ?? undefined) ??
          null),
    position,
  });
};

const findFirst = <Value>(
  source: EventSource,
  field: FieldReader,
  read: (leaf: unknown) => Value | undefined
): Value | undefined => {
  let found: Value | undefined;
  field.some(source, (leaf) => {
    found = read(leaf);
    return found !== undefined;
  });
  return found;
};

const compareTimes = (a: Instant | undefined, b: Instant | undefined): number => {
  if (a === b) return 0;
  if (a === undefined || b === undefined) return a === undefined ? -1 : 1;
  return a < b ? -1 : 1;
};
