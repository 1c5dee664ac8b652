import type { SavedObjectsClientContract } from '@kbn/core/server';
import { expect, it } from 'vitest';
import { triageStoreContract } from '../../test/contracts/triage_store.contract';
import { createSavedTriageStore } from './saved_triage_store';

const createBoom = (statusCode: number): Error =>
  Object.assign(new Error(`Saved object error ${statusCode}`), { output: { statusCode } });

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
  };
};

triageStoreContract(async () => createSavedTriageStore(createClient()));

it('passes on what else goes wrong', async () => {
  const store = createSavedTriageStore({
    get: () => Promise.reject(createBoom(503)),
    create: () => Promise.reject(createBoom(403)),
  });
  await expect(store.get('a')).rejects.toThrow('503');
  await expect(
    store.save('a', { triage: { steps: {}, history: [], forgotten: 0 }, version: undefined })
  ).rejects.toThrow('403');
});
