import { expect, test } from 'vitest';
import { english } from '../../common/i18n/english';
import { RULES } from '../../common/rule/rules';
import { toRuleFile } from '../../common/rule/security/to_rule_file';
import { toSecurityRule } from '../../common/rule/security/to_security_rule';
import type { Kibana } from './kibana';
import { getBody } from './rule_copy';

const API = '/api/detection_engine/rules';
const HEADERS = { 'kbn-xsrf': 'test', 'elastic-api-version': '2023-10-31' };

/** Our rules as rules of Elastic Security, taken by its importer and its API. */
export const securityRulesSuite = (kibana: Kibana): void => {
  const rules = RULES.map((rule) => toSecurityRule(rule, 'en', english));

  test('Elastic Security’s importer takes the exported file, the guide as it is', async () => {
    const form = new FormData();
    form.append('file', new Blob([toRuleFile(rules)]), 'rules.ndjson');
    const response = await fetch(`${kibana.url}${API}/_import?overwrite=true`, {
      method: 'POST',
      headers: { ...HEADERS, ...kibana.authorization },
      body: form,
    });
    expect(await response.json()).toMatchObject({
      success: true,
      success_count: rules.length,
      errors: [],
    });
    for (const rule of rules) {
      const path = `${API}?rule_id=${rule.rule_id}`;
      const stored = getBody(await kibana.ask(path, { method: 'GET', headers: HEADERS }));
      const { query, note, threat, enabled } = rule;
      expect(stored).toMatchObject({ type: 'eql', query, note, threat, enabled });
    }
  });

  test('its API makes the same rule, and refuses it a second time in its words', async () => {
    const [rule] = rules;
    await kibana.ask(`${API}?rule_id=${rule?.rule_id}`, { method: 'DELETE', headers: HEADERS });
    const create = () => kibana.ask(API, { method: 'POST', body: rule, headers: HEADERS });
    expect((await create()).status).toBe(200);
    expect(await create()).toMatchObject({
      status: 409,
      body: { message: expect.stringContaining('already exists') as unknown },
    });
  });
};
