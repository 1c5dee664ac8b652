import { describe, expect, it } from 'vitest';
import { parseGuide } from '../guide/parse_guide';
import { LOCALES } from '../i18n/locale';
import { fillPlaceholders } from '../osquery/fill_placeholders';
import { GUIDE_SQL } from './guide_query';
import type { RuleText } from './rule_definition';
import { webServerRule } from './web_server_rule';

/** A document's shape without its words: headings, depths of list items, quotes, links, code, and blocks. */
const toShape = (markdown: string): string[] =>
  markdown
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const marker = /^(?:#+ |\s*(?:-|\d+\.) |> |!\{osquery)/.exec(line)?.[0] ?? '';
      const links = line.match(/https:[^)]+/g) ?? [];
      const code = line.match(/`[^`]+`/g) ?? [];
      return [marker, ...links, ...code.sort()].join(' ');
    });

const queriesOf = (text: RuleText): string[] =>
  parseGuide(text.guide).flatMap((part) => (part.kind === 'query' ? [part.template] : []));

describe('the rule text', () => {
  const english = webServerRule.text.en;
  const chinese = webServerRule.text['zh-CN'];

  it('has the names that the customer gave', () => {
    expect(english.name).toBe('Potential Remote Code Execution via Web Server');
    expect(chinese.name).toBe('通过 Web 服务器的潜在远程代码执行');
  });

  it('has the same structure in both languages', () => {
    expect(toShape(chinese.guide)).toEqual(toShape(english.guide));
    expect(toShape(chinese.setup)).toEqual(toShape(english.setup));
    expect(chinese.falsePositives).toHaveLength(english.falsePositives.length);
  });

  it.each(LOCALES)('has the five queries of the customer in reading order in %s', (locale) => {
    expect(queriesOf(webServerRule.text[locale])).toEqual(Object.values(GUIDE_SQL));
  });

  it.each(LOCALES)('labels every query of its own in %s', (locale) => {
    const labels = parseGuide(webServerRule.text[locale].guide).flatMap((part) =>
      part.kind === 'query' ? [part.label] : []
    );
    expect(new Set(labels.filter(Boolean)).size).toBe(5);
  });

  it.each(LOCALES)(
    'puts every block at the start of a line between blank lines in %s',
    (locale) => {
      const blocks = webServerRule.text[locale].guide.match(/.*\n.*!\{osquery.*\n.*/g) ?? [];
      expect(blocks).toHaveLength(5);
      for (const block of blocks) expect(block).toMatch(/^\n!\{osquery\{.*\}\}\n$/);
    }
  );

  it.each(LOCALES)('stays a size that Elasticsearch keeps as a keyword in %s', (locale) => {
    expect(new TextEncoder().encode(webServerRule.text[locale].guide).length).toBeLessThan(30_000);
  });

  it.each(LOCALES)('has a placeholder in queries only, and all can be filled in %s', (locale) => {
    const prose = parseGuide(webServerRule.text[locale].guide).flatMap((part) =>
      part.kind === 'markdown' ? [part.text] : []
    );
    expect(prose.join()).not.toContain('{{');
    for (const query of queriesOf(webServerRule.text[locale])) {
      expect(fillPlaceholders(query, { user: { id: '33' } }).kind).toBe('ready');
    }
  });

  it('is Chinese in Chinese: only names and code stand in Latin letters', () => {
    const chineseProse = parseGuide(chinese.guide).flatMap((part) =>
      part.kind === 'markdown' ? [part.text.replace(/`[^`]+`/g, '')] : []
    );
    expect(chineseProse.join('\n')).not.toMatch(/[a-z]+ [a-z]+ [a-z]+/);
  });
});

describe('every step of the customer’s rule', () => {
  /** One telling word per step of the seed, in the order of the seed. */
  const STEPS = {
    en: [
      'child processes',
      'listening ports',
      'Osquery - List listening',
      'Osquery - List open',
      'processes of the host',
      'Osquery - List processes',
      'has no business',
      'web application user',
      'command lines',
      '48 hours',
      'dropped',
      'sandbox',
      'Watch for',
      'external domains',
      'newly registered',
      'reputation',
      'accessed, modified',
      'Scheduled jobs',
      'cron jobs',
      'unlikely to be legitimate',
      'incident response',
      'Isolate',
      'other compromised',
      'segmentation',
      'Stop the suspicious',
      'IoCs',
      'reverse proxies',
      'Remove the malicious',
      'credentials',
      'antimalware',
      'how the attacker got in',
      'MTTD',
    ],
    'zh-CN': [
      '子进程',
      '监听端口',
      'Osquery - 列出监听',
      'Osquery - 列出打开',
      '进程树',
      'Osquery - 列出进程',
      '不应产生其他子进程',
      'Web 应用用户',
      '命令行',
      '48 小时',
      '落地',
      '沙箱',
      '观察并记录',
      '外部域名',
      '新注册',
      '信誉',
      '访问、修改',
      '计划任务',
      'Crontab',
      '可能性很小',
      '事件响应',
      '隔离',
      '其他失陷',
      '分段',
      '停止可疑',
      'IoC',
      '反向代理',
      '清除',
      '凭据',
      '扫描',
      '入侵途径',
      'MTTD',
    ],
  } as const;

  it.each(LOCALES)('is in the guide in %s, in order', (locale) => {
    const { guide } = webServerRule.text[locale];
    let at = 0;
    for (const step of STEPS[locale]) {
      const found = guide.indexOf(step, at);
      expect(found, step).toBeGreaterThanOrEqual(at);
      at = found;
    }
  });

  it.each(LOCALES)('is in the set-up in %s: two prerequisites, ten steps', (locale) => {
    const { setup } = webServerRule.text[locale];
    expect(setup.match(/^- /gm)).toHaveLength(2);
    expect(setup.match(/^\d+\. /gm)).toHaveLength(10);
  });
});
