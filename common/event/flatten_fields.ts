/**
 * Writes the leaves of a value under dotted paths: `{alert: {reason: 'x'}}` below `kibana` becomes `kibana.alert.reason`.
 * An array is a leaf.
 */
export const flattenFields = (path: string, value: unknown): [path: string, leaf: unknown][] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.entries(value).flatMap(([key, inner]) => flattenFields(`${path}.${key}`, inner))
    : [[path, value]];
