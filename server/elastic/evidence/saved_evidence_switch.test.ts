import type { SavedObjectsRepository } from '@kbn/core/server';
import { expect, it } from 'vitest';
import { evidenceSwitchContract } from '../../../test/contracts/evidence_switch.contract';
import { createSavedEvidenceSwitch } from './saved_evidence_switch';

const createRepository = (): SavedObjectsRepository => {
  const objects = new Map<string, string>();
  const toKey = (type: string, id: string, namespace = 'default'): string =>
    `${namespace}:${type}:${id}`;
  return {
    async get(type, id, { namespace }) {
      const found = objects.get(toKey(type, id, namespace));
      if (found === undefined)
        throw Object.assign(new Error('Not Found'), { output: { statusCode: 404 } });
      return { id, attributes: JSON.parse(found) };
    },
    async create(type, attributes, { id, namespace }) {
      objects.set(toKey(type, id, namespace), JSON.stringify(attributes));
      return { id, attributes };
    },
  };
};

evidenceSwitchContract(false, async () => {
  const repository = createRepository();
  return createSavedEvidenceSwitch(async () => repository);
});

it('keeps spaces apart and passes on what goes wrong', async () => {
  const repository = createRepository();
  const evidenceSwitch = createSavedEvidenceSwitch(async () => repository);
  await evidenceSwitch.set({ spaceId: 'soc', ruleUuid: 'rule-1' }, true);
  expect(await evidenceSwitch.isOn({ spaceId: 'default', ruleUuid: 'rule-1' })).toBe(false);
  expect(await evidenceSwitch.isOn({ spaceId: 'soc', ruleUuid: 'rule-1' })).toBe(true);
  const broken = createSavedEvidenceSwitch(async () => ({
    ...repository,
    get: () => Promise.reject(new Error('no shard')),
  }));
  await expect(broken.isOn({ spaceId: 'soc', ruleUuid: 'rule-1' })).rejects.toThrow('no shard');
});
