import { toFieldPath } from '../../event/field_path';
import type { Field } from '../ast';
import type { EqlFields } from '../fields/eql_fields';
import type { FieldReader } from '../fields/field_reader';
import { createDateType } from '../values/date_type';
import { unknownType } from '../values/unknown_type';

export interface EqlOptions {
  /** Types and places of fields; without it every value has the type its JSON shows. */
  readonly fields?: EqlFields;
  /** `event.category` by default. */
  readonly categoryField?: string;
  /** `@timestamp` by default; a date even without mapping. */
  readonly timestampField?: string;
}

/** What compiling a query needs to know about fields. */
export interface QueryScope {
  /** Undefined for an optional field that no index maps: it is the constant null. */
  find(field: Field): FieldReader | undefined;
  get(name: string): FieldReader;
  readonly category: FieldReader;
  readonly timestamp: FieldReader;
}

export const createScope = (options: EqlOptions = {}): QueryScope => {
  const timestampField = options.timestampField ?? '@timestamp';
  const readers = new Map<string, FieldReader>();
  const get = (name: string): FieldReader => {
    const known = readers.get(name) ?? createReader(name, name === timestampField);
    readers.set(name, known);
    return known;
  };
  return {
    get,
    find: ({ name }) => get(name),
    category: get(options.categoryField ?? 'event.category'),
    timestamp: get(timestampField),
  };
};

const createReader = (name: string, isTimestamp: boolean): FieldReader => {
  const path = toFieldPath(name);
  const type = isTimestamp ? createDateType('date') : unknownType;
  return { name, type, some: (source, test) => path.some(source, test) };
};
