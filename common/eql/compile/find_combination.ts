import type { EventSource } from '../../event/source_event';
import type { Scalar } from '../values/scalar';
import type { ComputedTest } from './condition';

/** An event that needs more is hostile; the first ones decide. */
const MOST_COMBINATIONS = 100_000;

/**
 * The first combination of one value per field that makes the test true, or undefined.
 * A field without value takes part as null; equal values count once.
 */
export const findCombination = (test: ComputedTest, source: EventSource): Scalar[] | undefined => {
  const columns = test.fields.map((field) => {
    const values = new Set<Scalar>();
    field.some(source, (leaf) => {
      const value = field.type.toScalar(leaf);
      if (value !== null) values.add(value);
      return false;
    });
    return values.size === 0 ? [null] : [...values];
  });
  const row: Scalar[] = columns.map((column) => column[0] ?? null);
  const places = columns.map(() => 0);
  for (let tried = 0; tried < MOST_COMBINATIONS; tried += 1) {
    if (test.evaluate(row) === true) return row;
    if (!advance(columns, places, row)) return undefined;
  }
  return undefined;
};

/** Steps to the next combination, the last column fastest; false after the last one. */
const advance = (
  columns: readonly (readonly Scalar[])[],
  places: number[],
  row: Scalar[]
): boolean => {
  for (let index = columns.length - 1; index >= 0; index -= 1) {
    const column = columns[index] ?? [];
    const place = (places[index] ?? 0) + 1;
    const hasMore = place < column.length;
    places[index] = hasMore ? place : 0;
    row[index] = column[hasMore ? place : 0] ?? null;
    if (hasMore) return true;
  }
  return false;
};
