import type { EventSource } from '../../event/source_event';
import type { Expression } from '../ast';
import type { QueryScope } from '../compile/query_scope';
import type { FieldReader } from '../fields/field_reader';
import { compareScalarOrder } from '../values/compare_scalar_order';
import { toScalarText } from '../values/scalar';
import type { Scalar } from '../values/scalar';

/** What the events of a sequence or a sample have in common. */
export interface JoinKey {
  /** One value per key of the query; null for the missing value of an optional field. */
  readonly values: readonly Scalar[];
  /** Equal for equal keys only. */
  readonly id: string;
  /** One per value; those of all keys of a search are in one order. */
  readonly compare: readonly CompareValues[];
}

type CompareValues = (a: Scalar, b: Scalar) => number;

/** An event with more combinations of key values is hostile; the first ones count. */
const MOST_KEYS = 1_000;
const NANOS_PER_MILLI = 1_000_000n;

/**
 * Prepares reading the keys of events: one for every combination of values of multi-valued fields,
 * none when a field without `?` has no value.
 */
export const toKeyReader = (
  keys: readonly Expression[],
  scope: QueryScope
): ((source: EventSource) => JoinKey[]) => {
  const readers = keys.map((key) => {
    const field = key.kind === 'field' ? key : undefined;
    const reader = field === undefined ? undefined : scope.find(field);
    return { reader, isOptional: field?.optional === true };
  });
  const compare = readers.map(({ reader }) => reader?.type.compare ?? compareScalarOrder);
  return (source) => {
    let combinations: Scalar[][] = [[]];
    for (const { reader, isOptional } of readers) {
      const values = readValues(reader, source);
      const column = values.length === 0 && isOptional ? [null] : values;
      combinations = combine(combinations, column);
    }
    return combinations.map((values) => ({ values, id: toId(values), compare }));
  };
};

const combine = (starts: readonly Scalar[][], column: readonly Scalar[]): Scalar[][] => {
  const combined: Scalar[][] = [];
  for (const start of starts) {
    for (const value of column) {
      if (combined.length === MOST_KEYS) return combined;
      combined.push([...start, value]);
    }
  }
  return combined;
};

/** Distinct values. */
const readValues = (reader: FieldReader | undefined, source: EventSource): Scalar[] => {
  const values = new Set<Scalar>();
  reader?.some(source, (leaf) => {
    const value = toKeyValue(reader, leaf);
    if (value !== null) values.add(value);
    return values.size >= MOST_KEYS;
  });
  return [...values];
};

/** Dates become numbers, as Elasticsearch shows them in keys. */
const toKeyValue = ({ type }: FieldReader, leaf: unknown): Scalar => {
  if (type.toInstant === undefined) return type.toScalar(leaf);
  const instant = type.toInstant(leaf);
  if (instant === undefined) return null;
  return type.name === 'date' ? instant / NANOS_PER_MILLI : instant;
};

/** `33` and `"33"` are one key: without mapping the same field may be written either way. */
const toId = (values: readonly Scalar[]): string => {
  let id = '';
  for (const value of values) {
    const text = value === null ? '' : toScalarText(value);
    id += value === null ? '-' : `${text.length}:${text}`;
  }
  return id;
};

export const compareKeys = (a: JoinKey, b: JoinKey): number => {
  for (const [index, value] of a.values.entries()) {
    const order = a.compare[index]?.(value, b.values[index] ?? null) ?? 0;
    if (order !== 0) return order;
  }
  return 0;
};
