import type { Expression, Field } from '../ast';
import { createMappedReader, createUnmappedReader } from '../fields/create_field_reader';
import type { EqlFields } from '../fields/eql_fields';
import type { FieldReader } from '../fields/field_reader';
import { createDateType } from '../values/date_type';
import type { Scalar } from '../values/scalar';

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
  /** What `findConstant` knows already. */
  readonly constants: WeakMap<Expression, Scalar | undefined>;
}

export const createScope = (options: EqlOptions = {}): QueryScope => {
  const { fields, categoryField = 'event.category', timestampField = TIMESTAMP } = options;
  const readers = new Map<string, FieldReader>();
  const create = (name: string): FieldReader => {
    const reader = createReader(name, fields, name === timestampField);
    return name === TIMESTAMP && name !== timestampField
      ? orTimestamp(reader, get(timestampField))
      : reader;
  };
  const get = (name: string): FieldReader => {
    const known = readers.get(name) ?? create(name);
    readers.set(name, known);
    return known;
  };
  const isNowhere = (name: string): boolean =>
    fields?.isComplete === true && !fields.byName.has(name);
  return {
    get,
    find: ({ name, optional }) => (optional && isNowhere(name) ? undefined : get(name)),
    category: get(categoryField),
    timestamp: get(timestampField),
    constants: new WeakMap(),
  };
};

const TIMESTAMP = '@timestamp';

/** `@timestamp` where another field holds the time: of events without it, it means that field. */
const orTimestamp = (own: FieldReader, timestamp: FieldReader): FieldReader => ({
  name: own.name,
  type: createDateType('date_nanos'),
  some: (source, test) =>
    own.some(source, () => true)
      ? own.some(source, (leaf) => test(own.type.toScalar(leaf)))
      : timestamp.some(source, (leaf) => test(timestamp.type.toScalar(leaf))),
});

const createReader = (
  name: string,
  fields: EqlFields | undefined,
  isTimestamp: boolean
): FieldReader => {
  const field = fields?.byName.get(name);
  const reader = field === undefined ? createUnmappedReader(name) : createMappedReader(field);
  const isDate = reader.type.toInstant !== undefined;
  return isTimestamp && !isDate ? { ...reader, type: createDateType('date_nanos') } : reader;
};
