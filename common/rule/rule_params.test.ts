import { describe, expect, it } from 'vitest';
import { extendedRule } from './extended_rule';
import { ruleParamsSchema, toShippedParams } from './rule_params';
import { webServerRule } from './web_server_rule';

describe('the least risk of an alert', () => {
  it('is shipped as 47 with the rule whose alerts are of trees, and not with the other', () => {
    expect(toShippedParams(extendedRule).minimumRisk).toBe(47);
    expect(toShippedParams(webServerRule)).not.toHaveProperty('minimumRisk');
  });

  it('is a whole number from 0 to 100, or left out', () => {
    const takes = (minimumRisk: unknown): boolean =>
      ruleParamsSchema.safeParse({ ...toShippedParams(extendedRule), minimumRisk }).success;
    expect([0, 47, 100, undefined].map(takes)).toEqual([true, true, true, true]);
    expect([-1, 101, 46.5, '47', null].map(takes)).toEqual([false, false, false, false, false]);
  });
});
