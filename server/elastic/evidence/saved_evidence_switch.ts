import type { SavedObjectsRepository } from '@kbn/core/server';
import type { EvidenceSwitch } from '../../ports/evidence_switch';
import { EVIDENCE_TYPE } from './evidence_saved_object';
import { findRefusalStatus } from '../../find_refusal_status';

/** Keeps the switch in a saved object of the rule's space, under the rule's id. Off until somebody switches it on. */
export const createSavedEvidenceSwitch = (
  getRepository: () => Promise<SavedObjectsRepository>
): EvidenceSwitch => ({
  async isOn({ spaceId, ruleUuid }) {
    const repository = await getRepository();
    try {
      const { attributes } = await repository.get<{ isOn: boolean }>(EVIDENCE_TYPE, ruleUuid, {
        namespace: spaceId,
      });
      return attributes.isOn;
    } catch (error) {
      if (findRefusalStatus(error) === 404) return false;
      throw error;
    }
  },
  async set({ spaceId, ruleUuid }, isOn) {
    const repository = await getRepository();
    const options = { id: ruleUuid, overwrite: true, namespace: spaceId };
    await repository.create(EVIDENCE_TYPE, { isOn }, options);
  },
});
