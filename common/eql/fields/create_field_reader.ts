import { toFieldPath } from '../../event/field_path';
import { unknownType } from '../values/unknown_type';
import type { EqlField } from './eql_fields';
import type { FieldReader } from './field_reader';
import { toValueType } from './to_value_type';

/** A reader for a field without mapping: values are what their JSON shows. */
export const createUnmappedReader = (name: string): FieldReader => {
  const path = toFieldPath(name);
  return { name, type: unknownType, some: (source, test) => path.some(source, test) };
};

/** A reader that sees values as the mapping would have them indexed. */
export const createMappedReader = (field: EqlField): FieldReader => {
  const { name, nullValue, ignoreAbove } = field;
  const path = toFieldPath(field.path);
  const type = toValueType(field);
  if (nullValue === undefined && ignoreAbove === undefined) {
    return { name, type, some: (source, test) => path.some(source, test) };
  }
  const longest = ignoreAbove ?? Infinity;
  const toIndexed = (leaf: unknown): unknown => {
    if (leaf === null) return nullValue;
    return typeof leaf === 'string' && leaf.length > longest ? undefined : leaf;
  };
  return {
    name,
    type,
    some: (source, test) => path.some(source, (leaf) => test(toIndexed(leaf))),
  };
};
