import { evidenceSwitchContract } from '../../test/contracts/evidence_switch.contract';
import { createTemporaryStore } from '../../test/temporary_store';

evidenceSwitchContract(true, async () => (await createTemporaryStore()).evidenceSwitch);
