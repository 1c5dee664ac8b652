import type { EventSource } from './source_event';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hasOwn = (object: object, key: string): boolean =>
  Object.prototype.hasOwnProperty.call(object, key);

/**
 * All values of a field, as Elasticsearch would index them: `{"a.b": 1}` equals `{"a": {"b": 1}}`,
 * arrays are flattened, objects in arrays are looked into, and null counts as absent.
 * Only own properties are read, so a field named `constructor` finds nothing it should not.
 * @param field dotted ECS path, e.g. `process.parent.executable`
 * @returns leaves in document order, empty when the field is missing
 */
export const getValues = (source: EventSource, field: string): unknown[] => {
  const values: unknown[] = [];
  collect(source, field, values);
  return values;
};

/** The first value of a field as text, or undefined when the field is missing. */
export const findText = (source: EventSource, field: string): string | undefined => {
  const [first] = getValues(source, field);
  return first === undefined ? undefined : String(first);
};

const collect = (node: unknown, path: string, values: unknown[]): void => {
  if (Array.isArray(node)) {
    for (const item of node) collect(item, path, values);
    return;
  }
  if (!isObject(node)) return;
  // Every way of cutting the path is tried: a document may hold `a.b` dotted beside `a` nested.
  for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1)) {
    const key = path.slice(0, end);
    if (!hasOwn(node, key)) continue;
    if (end === path.length) collectLeaves(node[key], values);
    else collect(node[key], path.slice(end + 1), values);
  }
};

const collectLeaves = (value: unknown, values: unknown[]): void => {
  if (value === null || value === undefined) return;
  if (Array.isArray(value)) for (const item of value) collectLeaves(item, values);
  else if (!isObject(value)) values.push(value);
};
