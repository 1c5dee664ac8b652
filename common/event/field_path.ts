import type { EventSource } from './source_event';

/** One way to go on from an object: this key, then the rest of the path; no rest means the key holds the leaves. */
interface Step {
  readonly key: string;
  readonly rest: readonly Step[] | undefined;
}

/** Reads one field from many events. Making it costs a little, reading is meant to be fast. */
export interface FieldPath {
  /**
   * Whether a leaf of the field passes the test. Explicit nulls are tested too, because a mapping may
   * give them a value; a field that is missing tests nothing.
   */
  some(source: EventSource, test: (leaf: unknown) => boolean): boolean;
}

/**
 * Prepares reading a field as Elasticsearch would index it: `{"a.b": 1}` equals `{"a": {"b": 1}}` and both may
 * stand side by side, arrays are flattened, objects in arrays are looked into.
 * Only own properties are read, so a field named `constructor` finds nothing it should not.
 * @param field dotted path, e.g. `process.parent.executable`
 */
export const toFieldPath = (field: string): FieldPath => {
  const steps = toSteps(field, new Map());
  return { some: (source, test) => someInNode(source, steps, test, 0) };
};

/** Every way of cutting the path, the whole of it first; what remains behind a cut is shared between cuts. */
const toSteps = (path: string, known: Map<string, readonly Step[]>): readonly Step[] => {
  const found = known.get(path);
  if (found !== undefined) return found;
  const steps: Step[] = [{ key: path, rest: undefined }];
  for (let cut = path.lastIndexOf('.'); cut > 0; cut = path.lastIndexOf('.', cut - 1)) {
    steps.push({ key: path.slice(0, cut), rest: toSteps(path.slice(cut + 1), known) });
  }
  known.set(path, steps);
  return steps;
};

/** Nesting in which a leaf is still found; Elasticsearch refuses such documents, and recursion must end. */
const DEEPEST = 1000;

const isObject = (node: unknown): node is Readonly<Record<string, unknown>> =>
  typeof node === 'object' && node !== null;

const someInNode = (
  node: unknown,
  steps: readonly Step[],
  test: (leaf: unknown) => boolean,
  depth: number
): boolean => {
  if (!isObject(node) || depth > DEEPEST) return false;
  if (Array.isArray(node)) return node.some((item) => someInNode(item, steps, test, depth + 1));
  for (const { key, rest } of steps) {
    const child = node[key];
    if (child === undefined || !Object.prototype.hasOwnProperty.call(node, key)) continue;
    const isFound =
      rest === undefined ? someLeaf(child, test, depth) : someInNode(child, rest, test, depth + 1);
    if (isFound) return true;
  }
  return false;
};

const someLeaf = (value: unknown, test: (leaf: unknown) => boolean, depth: number): boolean => {
  if (!isObject(value)) return test(value);
  if (!Array.isArray(value) || depth > DEEPEST) return false;
  return value.some((item) => someLeaf(item, test, depth + 1));
};
