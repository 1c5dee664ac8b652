import type { SavedObjectsRepository } from '@kbn/core/server';
import { expect, it } from 'vitest';
import { NO_RUNS } from '../../common/run/run_history';
import { runStoreContract } from '../../test/contracts/run_store.contract';
import { createSavedRunStore } from './saved_run_store';

const createConflict = (statusCode: number): Error =>
  Object.assign(new Error(`Saved object error ${statusCode}`), { output: { statusCode } });

/** Saved objects as Kibana's repository gives them: kept as JSON, in spaces, with versions, late. */
const createRepository = (): SavedObjectsRepository => {
  const objects = new Map<string, { json: string; version: number }>();
  const later = () => new Promise((resolve) => setTimeout(resolve, Math.random() * 2));
  return {
    async get(type, id, { namespace }) {
      await later();
      const found = objects.get(`${namespace}:${type}:${id}`);
      if (!found) throw createConflict(404);
      return { id, attributes: JSON.parse(found.json), version: `v${found.version}` };
    },
    async create(type, attributes, { id, overwrite, version, namespace }) {
      await later();
      const key = `${namespace}:${type}:${id}`;
      const found = objects.get(key);
      if (found && (!overwrite || version !== `v${found.version}`)) throw createConflict(409);
      const next = { json: JSON.stringify(attributes), version: (found?.version ?? 0) + 1 };
      objects.set(key, next);
      return { id, attributes, version: `v${next.version}` };
    },
  };
};

runStoreContract(async () => {
  const repository = createRepository();
  return createSavedRunStore(async () => repository, 'default');
});

it('keeps each space’s own', async () => {
  const repository = createRepository();
  const get = async () => repository;
  const hidden = { a: { count: 1, lastAt: '2026-11-24T12:00:00.000Z' } };
  await createSavedRunStore(get, 'blue').change('rule', () => ({ ...NO_RUNS, hidden }));
  expect(await createSavedRunStore(get, 'red').get('rule')).toEqual(NO_RUNS);
  expect((await createSavedRunStore(get, 'blue').get('rule')).hidden).toEqual(hidden);
});

it('gives up where others are always faster, and passes on what else goes wrong', async () => {
  const toStore = (status: number) =>
    createSavedRunStore(
      async () => ({
        get: () => Promise.reject(createConflict(404)),
        create: () => Promise.reject(createConflict(status)),
      }),
      'default'
    );
  await expect(toStore(409).change('a', () => NO_RUNS)).rejects.toThrow('runs_not_saved');
  await expect(toStore(503).change('a', () => NO_RUNS)).rejects.toThrow('503');
});
