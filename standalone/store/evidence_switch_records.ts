import type { EvidenceSwitch } from '../../server/ports/evidence_switch';
import type { StoreDatabase } from './open_database';

/** On unless somebody switched it off: this host asks only its own machine. */
export const createEvidenceSwitchRecords = ({ root, transact }: StoreDatabase): EvidenceSwitch => {
  const records = root.openDB<boolean, string>({ name: 'evidence_switches', encoding: 'json' });
  return {
    isOn: async ({ ruleUuid }) => records.get(ruleUuid) ?? true,
    async set({ ruleUuid }, isOn) {
      transact(() => void records.put(ruleUuid, isOn));
    },
  };
};
