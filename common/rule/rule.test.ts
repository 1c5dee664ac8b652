import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { webServerRule } from './rule';
import { ruleParamsSchema, shippedRuleParams } from './rule_params';

const SEED = '../shared/seed';
const hasSeed = existsSync(SEED);
if (!hasSeed)
  console.warn(`SKIPPED: ${SEED} is absent, so the rule is not compared with the customer's text.`);

describe('the shipped rule', () => {
  it('has parameters its own schema takes', () => {
    expect(ruleParamsSchema.parse(shippedRuleParams)).toEqual(shippedRuleParams);
  });

  it('looks back four minutes further than its interval', () => {
    expect([webServerRule.interval, webServerRule.lookBack]).toEqual(['5m', '9m']);
  });

  it.skipIf(!hasSeed)(
    'has the query of the seed, token for token (skipped without ../shared)',
    () => {
      const seed = readdirSync(SEED)
        .map((file) => readFileSync(`${SEED}/${file}`, 'utf8'))
        .join('\n');
      const query = /process where [^\n]*"phpquery"/.exec(seed)?.[0] ?? '';
      const toTokens = (text: string): string[] => text.match(/"[^"]*"|[\w.]+|[^\s\w]/g) ?? [];
      expect(query).not.toBe('');
      expect(toTokens(webServerRule.query)).toEqual(toTokens(query));
    }
  );
});

describe('ruleParamsSchema', () => {
  it.each([
    ['an empty query', { query: ' ' }],
    ['no index pattern', { indexPatterns: [] }],
    ['a look-back without unit', { lookBack: '9' }],
    ['a limit of zero', { maxAlertsPerRun: 0 }],
    ['a limit above what alerting allows', { maxAlertsPerRun: 1001 }],
    ['an unknown parameter', { surprise: 1 }],
  ])('refuses %s', (_what, change) => {
    expect(ruleParamsSchema.safeParse({ ...shippedRuleParams, ...change }).success).toBe(false);
  });
});
