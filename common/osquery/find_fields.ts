import { getValues } from '../event/get_values';
import type { EventSource } from '../event/source_event';
import type { JsonScalar } from './sql_literal';
import { toPlaceholderFields, type SqlToken } from './sql_tokens';

/** What an event holds for one field of a query. */
export interface FieldValues {
  /** Field the query names. */
  readonly field: string;
  /** Field the values came from. */
  readonly usedField: string;
  /** Empty when the field is missing or holds empty text only. */
  readonly values: readonly JsonScalar[];
}

/** Elastic Defend and Endgame write the user of a process event to `user.*`; guides ask for `process.user.*`. */
const FALLBACK_FIELDS: ReadonlyMap<string, string> = new Map([
  ['process.user.id', 'user.id'],
  ['process.user.name', 'user.name'],
]);

/** Looks up every field that the tokens name, in order of first mention. */
export const findFields = (
  tokens: readonly SqlToken[],
  event: EventSource
): Map<string, FieldValues> =>
  new Map(
    tokens.flatMap(toPlaceholderFields).map((field) => [field, findFieldValues(field, event)])
  );

const findFieldValues = (field: string, event: EventSource): FieldValues => {
  const values = getScalars(event, field);
  const fallback = FALLBACK_FIELDS.get(field);
  if (values.length > 0 || fallback === undefined) return { field, usedField: field, values };
  const fallbackValues = getScalars(event, fallback);
  const usedField = fallbackValues.length > 0 ? fallback : field;
  return { field, usedField, values: fallbackValues };
};

const getScalars = (event: EventSource, field: string): JsonScalar[] =>
  getValues(event, field).filter(isScalar);

/** An empty text names nothing: `WHERE uid = ''` would find no row and look like an answer. */
const isScalar = (value: unknown): value is JsonScalar =>
  (typeof value === 'string' && value !== '') ||
  typeof value === 'number' ||
  typeof value === 'boolean';
