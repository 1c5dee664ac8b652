import { expect, test } from 'vitest';
import { parseEql } from '../../eql/parse_eql';
import { english } from '../../i18n/english';
import { extendedRule } from '../extended_rule';
import { webServerRule } from '../web_server_rule';
import { toRuleFile } from './to_rule_file';
import { toSecurityRule } from './to_security_rule';

test('the customer’s rule is the same rule there, guide and all', () => {
  const rule = toSecurityRule(webServerRule, 'en', english);
  expect(rule).toMatchObject({
    rule_id: webServerRule.signatureId,
    type: 'eql',
    query: webServerRule.query,
    index: ['logs-endpoint.events.*', 'endgame-*'],
    interval: '5m',
    from: 'now-9m',
    max_signals: 100,
    risk_score: 73,
    severity: 'high',
    note: webServerRule.text.en.guide,
    enabled: false,
  });
  expect(rule['note']).toMatch(/^!\{osquery\{.*\}\}$/m);
});

test('the extended rule says first what its approximation misses', () => {
  const rule = toSecurityRule(extendedRule, 'en', english);
  expect(rule['description']).toMatch(/^An approximation by single events: of 327 .* finds 263/);
  expect(() => parseEql(String(rule['query']))).not.toThrow();
});

test('a file has one rule in each line', () => {
  const rules = [webServerRule, extendedRule].map((rule) => toSecurityRule(rule, 'zh-CN', english));
  const lines = toRuleFile(rules).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(rules);
});
