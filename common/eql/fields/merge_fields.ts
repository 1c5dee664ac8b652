import type { EqlField, EqlFields } from './eql_fields';

/**
 * The fields of several indices searched together. A field of two types can not be used, as in Elasticsearch;
 * date formats are alternatives.
 */
export const mergeFields = (all: readonly EqlFields[]): EqlFields => {
  const byName = new Map<string, EqlField>();
  for (const fields of all) {
    for (const [name, field] of fields.byName) {
      const known = byName.get(name);
      byName.set(name, known === undefined ? field : mergeField(known, field));
    }
  }
  return { byName, isComplete: all.every(({ isComplete }) => isComplete) };
};

const mergeField = (a: EqlField, b: EqlField): EqlField => {
  if (a.type !== b.type) return { ...a, type: undefined, esType: `${a.esType}, ${b.esType}` };
  if (a.format === b.format) return a;
  return { ...a, format: [a.format, b.format].filter((format) => format !== undefined).join('||') };
};
