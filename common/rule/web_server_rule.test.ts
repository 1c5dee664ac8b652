import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { GUIDE_SQL } from './guide_query';
import { webServerRule } from './web_server_rule';
import { ruleParamsSchema, toShippedParams } from './rule_params';

const SEED = '../shared/seed';
const hasSeed = existsSync(SEED);
if (!hasSeed)
  console.warn(`SKIPPED: ${SEED} is absent, so the rule is not compared with the customer's text.`);

describe('the shipped rule', () => {
  it('has parameters its own schema takes', () => {
    expect(ruleParamsSchema.parse(toShippedParams(webServerRule))).toEqual(
      toShippedParams(webServerRule)
    );
  });

  it('looks back four minutes further than its interval', () => {
    expect([webServerRule.interval, webServerRule.lookBack]).toEqual(['5m', '9m']);
  });

  describe.skipIf(!hasSeed)('beside the seed (skipped without ../shared)', () => {
    const seed = hasSeed
      ? readdirSync(SEED)
          .map((file) => readFileSync(`${SEED}/${file}`, 'utf8'))
          .join('\n')
      : '';

    it('has its query, token for token', () => {
      const query = /process where [^\n]*"phpquery"/.exec(seed)?.[0] ?? '';
      const toTokens = (text: string): string[] => text.match(/"[^"]*"|[\w.]+|[^\s\w]/g) ?? [];
      expect(query).not.toBe('');
      expect(toTokens(webServerRule.query)).toEqual(toTokens(query));
    });

    it('has its five Osquery queries, letter for letter', () => {
      const queries = [...seed.matchAll(/"query":"([^"]*)"/g)].map(([, query]) => query);
      expect(Object.values(GUIDE_SQL)).toEqual(queries);
    });

    it('has its index patterns, its ATT&CK ids and links, and its numbers', () => {
      const { indexPatterns, threat, interval, lookBack } = webServerRule;
      for (const pattern of indexPatterns) expect(seed).toContain(`- ${pattern}\n`);
      const entries = threat.flatMap(({ tactic, technique }) => [
        tactic,
        ...technique.flatMap((entry) => [entry, ...entry.subtechnique]),
      ]);
      expect(entries.map(({ id }) => id)).toEqual(
        [...seed.matchAll(/\bID: (\S+)/g)].map(([, id]) => id)
      );
      expect(entries.map(({ reference }) => reference)).toEqual(
        seed.match(/https:\/\/attack\.mitre\.org\/\S+/g)
      );
      expect(seed).toContain(`运行频率: ${interval}\n搜索索引起始于: now-${lookBack} `);
      expect(seed).toContain(`风险评分: ${webServerRule.riskScore}\n`);
      expect(seed).toContain(`每次执行的最大警报数: ${webServerRule.maxAlertsPerRun}\n`);
      expect(seed).toContain(`版本: ${webServerRule.version}\n`);
      expect(seed).toContain(`规则许可证: ${webServerRule.license}\n`);
    });
  });
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
    expect(
      ruleParamsSchema.safeParse({ ...toShippedParams(webServerRule), ...change }).success
    ).toBe(false);
  });
});
