import { expect, test } from 'vitest';
import type { EvidenceSwitch } from '../../server/ports/evidence_switch';

/**
 * What every switch of evidence must do.
 * @param isOnAtFirst before anybody has touched it
 */
export const evidenceSwitchContract = (
  isOnAtFirst: boolean,
  createSwitch: () => Promise<EvidenceSwitch>
): void => {
  const rule = { spaceId: 'default', ruleUuid: 'rule-1' };

  test('stands where it was left, for each rule by itself', async () => {
    const evidenceSwitch = await createSwitch();
    expect(await evidenceSwitch.isOn(rule)).toBe(isOnAtFirst);
    for (const isOn of [!isOnAtFirst, isOnAtFirst, !isOnAtFirst]) {
      await evidenceSwitch.set(rule, isOn);
      expect(await evidenceSwitch.isOn(rule)).toBe(isOn);
    }
    expect(await evidenceSwitch.isOn({ ...rule, ruleUuid: 'rule-2' })).toBe(isOnAtFirst);
  });
};
