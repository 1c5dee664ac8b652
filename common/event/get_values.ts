import { toFieldPath, type FieldPath } from './field_path';
import type { EventSource } from './source_event';

/**
 * All values of a field, as Elasticsearch would index them: `{"a.b": 1}` equals `{"a": {"b": 1}}`,
 * arrays are flattened, objects in arrays are looked into, and null counts as absent.
 * @param field dotted ECS path, e.g. `process.parent.executable`
 * @returns leaves in document order, empty when the field is missing
 */
export const getValues = (source: EventSource, field: string): unknown[] => {
  const values: unknown[] = [];
  getFieldPath(field).some(source, (leaf) => {
    if (leaf !== null && leaf !== undefined) values.push(leaf);
    return false;
  });
  return values;
};

/** Fields are named by rules and tables, so there are few; who asks for more does without. */
const MOST_PATHS = 1000;
const paths = new Map<string, FieldPath>();

const getFieldPath = (field: string): FieldPath => {
  const path = paths.get(field) ?? toFieldPath(field);
  if (paths.size < MOST_PATHS) paths.set(field, path);
  return path;
};

/** The first value of a field as text, or undefined when the field is missing. */
export const findText = (source: EventSource, field: string): string | undefined => {
  const [first] = getValues(source, field);
  return first === undefined ? undefined : String(first);
};
