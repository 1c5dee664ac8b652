import type { EqlField, EqlFields } from './eql_fields';
import { toFieldType } from './to_field_type';

type Json = Readonly<Record<string, unknown>>;

/**
 * The fields of an Elasticsearch mapping: `{ "properties": … }`, alone or below `mappings`, or the answer of
 * `GET index/_mapping`. Aliases, sub-fields and text fields with a keyword sub-field are followed.
 * With `dynamic: false` or `strict` the mapping is taken to know all fields.
 */
export const fromMapping = (mapping: unknown): EqlFields => {
  const root = findRoot(mapping);
  const fields = new Map<string, EqlField>();
  collect(root, '', undefined, fields);
  const byName = new Map([...fields].map(([name, field]) => [name, followAlias(field, fields)]));
  const isComplete = ['false', 'strict'].includes(String(root['dynamic']));
  return { byName, isComplete };
};

const toObject = (value: unknown): Json =>
  typeof value === 'object' && value !== null ? { ...value } : {};

const findRoot = (mapping: unknown): Json => {
  const object = toObject(mapping);
  if ('properties' in object) return object;
  if ('mappings' in object) return toObject(object['mappings']);
  const [index] = Object.values(object);
  return toObject(toObject(index)['mappings']);
};

/** @param nested the type `nested` when the fields lie below such an object, where EQL can not reach them */
const collect = (
  object: Json,
  prefix: string,
  nested: 'nested' | undefined,
  fields: Map<string, EqlField>
): void => {
  for (const [key, value] of Object.entries(toObject(object['properties']))) {
    const property = toObject(value);
    const name = `${prefix}${key}`;
    const inside = property['type'] === 'nested' ? 'nested' : nested;
    collect(property, `${name}.`, inside, fields);
    if (typeof property['type'] !== 'string' || property['type'] === 'object') continue;
    fields.set(name, toField(name, name, property, inside));
    for (const [subKey, subField] of Object.entries(toObject(property['fields']))) {
      const subName = `${name}.${subKey}`;
      fields.set(subName, toField(subName, name, toObject(subField), inside));
    }
  }
};

const toField = (
  name: string,
  path: string,
  property: Json,
  nested: 'nested' | undefined
): EqlField => {
  const esType = nested ?? String(property['type']);
  if (esType === 'alias') return { name, path: String(property['path']), esType, type: undefined };
  const exact = toExact(property, esType);
  const { ignore_above: ignoreAbove, null_value: nullValue, format } = exact;
  return {
    name,
    path,
    esType,
    type: toFieldType(nested ?? String(exact['type'])),
    ...(nullValue === undefined || nullValue === null ? {} : { nullValue }),
    ...(typeof ignoreAbove === 'number' ? { ignoreAbove } : {}),
    ...(typeof format === 'string' ? { format } : {}),
  };
};

/** A text field is asked through its keyword sub-field, where there is one. */
const toExact = (property: Json, esType: string): Json => {
  if (esType !== 'text' && esType !== 'match_only_text') return property;
  const subFields = Object.values(toObject(property['fields'])).map(toObject);
  return subFields.find(({ type }) => toFieldType(String(type)) === 'string') ?? property;
};

const followAlias = (field: EqlField, fields: ReadonlyMap<string, EqlField>): EqlField => {
  const target = field.esType === 'alias' ? fields.get(field.path) : undefined;
  return target === undefined ? field : { ...target, name: field.name };
};
