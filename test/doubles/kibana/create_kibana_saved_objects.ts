import type { SavedObjectsRepository } from '@kbn/core/server';

const createBoom = (statusCode: number): Error =>
  Object.assign(new Error(`Saved object error ${statusCode}`), { output: { statusCode } });

/** Saved objects as Kibana's repository gives them: kept as JSON, in spaces, with versions, late. */
export const createKibanaSavedObjects = (): SavedObjectsRepository => {
  const objects = new Map<string, { readonly json: string; readonly version: number }>();
  const later = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    async get(type, id, { namespace }) {
      await later();
      const found = objects.get(`${namespace}:${type}:${id}`);
      if (!found) throw createBoom(404);
      return { id, attributes: JSON.parse(found.json), version: `v${found.version}` };
    },
    async create(type, attributes, { id, overwrite, version, namespace }) {
      await later();
      const key = `${namespace}:${type}:${id}`;
      const found = objects.get(key);
      if (found && (overwrite !== true || version !== `v${found.version}`)) throw createBoom(409);
      const next = { json: JSON.stringify(attributes), version: (found?.version ?? 0) + 1 };
      objects.set(key, next);
      return { id, attributes, version: `v${next.version}` };
    },
  };
};
