import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { listRules } from '../../../common/api/list_rules';
import type { RuleStatus } from '../../../common/api/rule_status';
import { FEATURE_ID, RULE_TYPE_ID } from '../../../common/product';
import { getAlertsOfEnabledRule, getSeedRule } from '../enabled_rule';
import type { Kibana } from '../kibana';
import { getBody } from '../rule_copy';

const MINUTES_2 = 120_000;
const exportedSchema = z.object({
  type: z.literal('alert'),
  attributes: z.object({ alertTypeId: z.literal(RULE_TYPE_ID), params: z.record(z.unknown()) }),
});
const importedSchema = z.object({
  success: z.literal(true),
  successResults: z.array(z.object({ destinationId: z.string() })).length(1),
});
const featuresSchema = z.array(z.object({ id: z.string() }).passthrough());

/** What Stack Management does with our rules and our feature. */
export const savedObjectsSuite = (kibana: Kibana): void => {
  const getPresent = async (find: (rule: RuleStatus) => boolean) => {
    const { rules } = await kibana.call(listRules, {});
    const rule = rules.find(find);
    return rule?.kind === 'present' ? rule : undefined;
  };
  beforeAll(() => getAlertsOfEnabledRule(kibana), MINUTES_2);

  test('a rule that is exported and imported again is a copy with its parameters, switched off', async () => {
    const { id } = await getSeedRule(kibana);
    const stored = await getPresent((rule) => rule.id === id);
    const objects = { objects: [{ type: 'alert', id }], excludeExportDetails: true };
    const file = getBody(
      await kibana.ask('/api/saved_objects/_export', { method: 'POST', body: objects })
    );
    const text = typeof file === 'string' ? file : JSON.stringify(file);
    expect(exportedSchema.parse(JSON.parse(text)).attributes.params).toMatchObject({
      ...stored?.params,
    });

    const form = new FormData();
    form.append('file', new Blob([text]), 'rule.ndjson');
    const response = await fetch(`${kibana.url}/api/saved_objects/_import?createNewCopies=true`, {
      method: 'POST',
      headers: { 'kbn-xsrf': 'test', ...kibana.authorization },
      body: form,
    });
    const [imported] = importedSchema.parse(await response.json()).successResults;
    const copy = await getPresent((rule) => rule.id === imported?.destinationId);
    expect(copy).toMatchObject({ isCopy: true, enabled: false, params: stored?.params });
    expect(await getPresent((rule) => rule.id === id)).toMatchObject({ isCopy: false });

    getBody(
      await kibana.ask(`/api/alerting/rule/${imported?.destinationId}`, { method: 'DELETE' })
    );
    expect(await getPresent((rule) => rule.id === imported?.destinationId)).toBeUndefined();
  });

  test('the page of roles offers the feature, with All and Read', async () => {
    const features = featuresSchema.parse(
      getBody(await kibana.ask('/api/features', { method: 'GET' }))
    );
    expect(features.find(({ id }) => id === FEATURE_ID)).toMatchObject({
      name: 'Web Server RCE',
      management: { insightsAndAlerting: ['triggersActions'] },
      privileges: { all: { ui: ['show', 'save'] }, read: { ui: ['show'] } },
    });
  });
};
