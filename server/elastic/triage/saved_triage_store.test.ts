import type { SavedObjectsClientContract } from '@kbn/core/server';
import { expect, it } from 'vitest';
import { triageStoreContract } from '../../../test/contracts/triage_store.contract';
import { createSavedTriageStore } from './saved_triage_store';

const createBoom = (statusCode: number): Error =>
  Object.assign(new Error(`Saved object error ${statusCode}`), { output: { statusCode } });

/** `<type>.attributes.triage.assignee: ("…" or "…")`, the only question of Kibana's language that is asked. */
const isWanted = (filter: string, { triage }: { triage: { assignee?: string } }): boolean => {
  const list =
    /^web-server-rce-triage\.attributes\.triage\.assignee: \((.*)\)$/.exec(filter)?.[1] ?? '';
  const names = [...list.matchAll(/"((?:\\.|[^"\\])*)"/g)].map(([, name]) =>
    name?.replace(/\\(.)/g, '$1')
  );
  return names.includes(triage.assignee);
};

const hasField = (value: unknown, [key, ...rest]: readonly string[]): boolean =>
  key === undefined ||
  (Array.isArray(value)
    ? value.some((item) => hasField(item, [key, ...rest]))
    : typeof value === 'object' && value !== null && key in value
      ? hasField(Reflect.get(value, key), rest)
      : false);

/** Kibana gives no attributes at all where none of the fields is there. */
const pickFields = <Attributes>(
  attributes: Attributes,
  fields: readonly string[]
): Attributes | undefined =>
  fields.some((field) => hasField(attributes, field.split('.'))) ? attributes : undefined;

/** Saved objects as Kibana's client gives them: kept as JSON, versions that change with every write, late answers. */
const createClient = (): SavedObjectsClientContract => {
  const objects = new Map<string, { json: string; version: number }>();
  const later = () => new Promise((resolve) => setTimeout(resolve, 1));
  return {
    async get(type, id) {
      await later();
      const found = objects.get(`${type}:${id}`);
      if (!found) throw createBoom(404);
      return { id, attributes: JSON.parse(found.json), version: `v${found.version}` };
    },
    async create(type, attributes, { id, overwrite, version }) {
      await later();
      const key = `${type}:${id}`;
      const found = objects.get(key);
      if (found && (!overwrite || version !== `v${found.version}`)) throw createBoom(409);
      const next = { json: JSON.stringify(attributes), version: (found?.version ?? 0) + 1 };
      objects.set(key, next);
      return { id, attributes, version: `v${next.version}` };
    },
    async bulkGet(asked) {
      await later();
      return {
        saved_objects: asked.map(({ type, id, fields }) => {
          const found = objects.get(`${type}:${id}`);
          return found
            ? { id, attributes: pickFields(JSON.parse(found.json), fields) }
            : { id, error: { statusCode: 404 } };
        }),
      };
    },
    async find({ type, perPage, filter, fields }) {
      await later();
      const found = [...objects]
        .map(([key, { json }]) => ({
          id: key.slice(type.length + 1),
          attributes: JSON.parse(json),
        }))
        .filter(({ attributes }) => filter === undefined || isWanted(filter, attributes))
        .map(({ id, attributes }) => ({ id, attributes: pickFields(attributes, fields) }));
      return { saved_objects: found.slice(0, perPage) };
    },
  };
};

triageStoreContract(async () => createSavedTriageStore(createClient()));

it('passes on what else goes wrong', async () => {
  const store = createSavedTriageStore({
    get: () => Promise.reject(createBoom(503)),
    create: () => Promise.reject(createBoom(403)),
    bulkGet: () => Promise.reject(createBoom(503)),
    find: () => Promise.reject(createBoom(503)),
  });
  await expect(store.get('a')).rejects.toThrow('503');
  await expect(
    store.save('a', { triage: { steps: {}, history: [], forgotten: 0 }, version: undefined })
  ).rejects.toThrow('403');
});
