import { expect, test } from 'vitest';
import { toRuleUuid } from './to_rule_uuid';

test('gives a UUID that Kibana takes for a rule, one for each space and rule', () => {
  const ids = [
    toRuleUuid('default', 'seed'),
    toRuleUuid('soc', 'seed'),
    toRuleUuid('default', 'other'),
  ];
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
  expect(new Set(ids).size).toBe(3);
  // It names rules that exist, so it may never change.
  expect(ids[0]).toBe('013225ce-7140-5db1-8e4c-6414813984da');
});
