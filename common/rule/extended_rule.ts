import { SERVER_CHILDREN_QUERY } from '../detection';
import { extendedRuleEn } from './extended_rule.en';
import { extendedRuleZhCn } from './extended_rule.zh_cn';
import type { RuleDefinition } from './rule_definition';
import { webServerRule } from './web_server_rule';

/**
 * "Web Server RCE, extended": every command run through a web server is one tree, graded by what shows in it
 * (`common/detection`). Its query finds what servers start; most of that is their work, and quiet.
 */
export const extendedRule: RuleDefinition = {
  ...webServerRule,
  id: 'extended',
  signatureId: '5b0c2c0e-1a6f-4a58-9a5e-3d5d0f0b7a41',
  version: 1,
  unit: 'tree',
  query: SERVER_CHILDREN_QUERY,
  /** Alerting's own limit: the seed's hundred is the seed's. */
  maxAlertsPerRun: 1000,
  author: ['Web Server RCE'],
  tags: webServerRule.tags.filter((tag) => tag !== 'Data Source: Elastic Endgame'),
  text: { en: extendedRuleEn, 'zh-CN': extendedRuleZhCn },
};
