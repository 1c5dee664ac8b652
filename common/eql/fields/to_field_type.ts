import type { FieldTypeName } from '../values/value_type';

/** What EQL makes of a field type of Elasticsearch; undefined for types it can not use. */
export const toFieldType = (esType: string): FieldTypeName | undefined =>
  // Elasticsearch's own test mappings leave the kind of keyword open: `[runtime_random_keyword_type]`.
  esType.startsWith('[') ? 'string' : TYPES.get(esType);

const TYPES: ReadonlyMap<string, FieldTypeName> = new Map([
  ['keyword', 'string'],
  ['constant_keyword', 'string'],
  ['wildcard', 'string'],
  ['long', 'long'],
  ['integer', 'long'],
  ['short', 'long'],
  ['byte', 'long'],
  ['unsigned_long', 'long'],
  ['double', 'double'],
  ['float', 'double'],
  ['half_float', 'double'],
  ['scaled_float', 'double'],
  ['boolean', 'boolean'],
  ['date', 'date'],
  ['date_nanos', 'date_nanos'],
  ['ip', 'ip'],
  ['version', 'version'],
]);
