import { expect, test } from 'vitest';
import { fillGuide } from '../../common/guide/fill_guide';
import { OWN_QUERIES } from '../../common/guide/own_queries';
import { parseGuide } from '../../common/guide/parse_guide';
import { fillPlaceholders } from '../../common/osquery/fill_placeholders';
import { RULES } from '../../common/rule/rules';
import { webServerRule } from '../../common/rule/web_server_rule';
import { queryFixture } from '../../engines/osquery/tables/query.fixture';

/** What an attacker may name himself, his process or his files so that a query says something else. */
const HOSTILE = [
  "33' OR '1'='1",
  '33 OR 1=1',
  "' UNION SELECT username, password_status, 1, 1, 1 FROM shadow --",
  "'; DROP TABLE users; --",
  "33' /*",
  '33; SELECT * FROM process_envs',
  '-- ',
  '"',
  "\\'",
  "33\0' OR 1=1",
  "33'||(SELECT group_concat(username) FROM users)||'",
  '{{process.pid}}',
  '$1',
  '%',
];

const FILES = {
  '/etc/passwd': 'root:x:0:0::/root:/bin/sh\nwww-data:x:33:33::/var/www:/bin/sh\n',
  '/etc/shadow': 'root:$6$secret:1:0:9:7:::\n',
  '/proc/9/stat': `9 (x) S 1 ${'0 '.repeat(48)}`,
  '/proc/9/environ': 'SECRET=harbour\0',
};

const TEMPLATES = [
  ...new Set([
    ...RULES.flatMap(({ text }) => parseGuide(text.en.guide)).flatMap((part) =>
      part.kind === 'query' ? [part.template] : []
    ),
    ...OWN_QUERIES.map(({ template }) => template),
    // Beside other text, quoted, in a list: as people write queries of their own.
    "SELECT username FROM users WHERE uid = {{process.user.id}} OR username = '{{process.user.id}}'",
    'SELECT username FROM users WHERE uid IN ({{process.user.id}})',
  ]),
];

const withEverywhere = (value: string): Record<string, unknown> => {
  const fields = TEMPLATES.flatMap((template) =>
    [...template.matchAll(/\{\{\s*([\w.]+)\s*\}\}/g)].map(([, field = '']) => field)
  );
  return Object.fromEntries(fields.map((field) => [field, value]));
};

test('there are queries that take a value from the alert', () => {
  expect(Object.keys(withEverywhere('x')).length).toBeGreaterThan(2);
});

test.each(HOSTILE)('%j stays a value in every query', async (value) => {
  for (const template of TEMPLATES.filter((text) => text.includes('{{'))) {
    const filled = fillPlaceholders(template, withEverywhere(value));
    // What can't be put in safely is not run at all.
    if (filled.kind !== 'ready') continue;
    const { rows } = await queryFixture(FILES, filled.sql);
    expect([filled.sql, JSON.stringify(rows)]).toEqual([
      filled.sql,
      expect.not.stringMatching(/secret|harbour|root|www-data/),
    ]);
  }
});

test('the guide’s queries are filled for an honest alert', () => {
  const parts = fillGuide(parseGuide(webServerRule.text.en.guide), {
    process: { user: { id: '33' } },
  });
  expect(parts.filter((part) => part.kind === 'query' && part.filled.kind !== 'ready')).toEqual([]);
});
