import { expect, it } from 'vitest';
import { parseGuide } from './parse_guide';
import { replaceInvestigations } from './replace_investigations';

const block = (configuration: object): string => `!{investigate${JSON.stringify(configuration)}}`;
const providers = [[{ field: 'host.id', value: '{{host.id}}', queryType: 'phrase' }]];

it('puts the label in the place of the block', () => {
  const guide = `Look.\n\n- ${block({ label: 'Alerts of this host', providers })}\n- next`;
  expect(replaceInvestigations(guide)).toBe('Look.\n\n- **Alerts of this host**\n- next');
});

it('adds what the block is for', () => {
  const one = block({ label: 'A "b}" c', description: 'Shows [all]\n of it', providers });
  expect(replaceInvestigations(one)).toBe('**A "b\\}" c**: Shows \\[all\\] of it');
});

it.each([
  ['without a label', block({ providers }), ''],
  ['that is no JSON', 'x !{investigate{label: 1}} y', 'x  y'],
  ['without an end', 'x !{investigate{"label": "a"\ny', 'x \ny'],
])('leaves out a block %s', (_what, guide, text) => {
  expect(replaceInvestigations(guide)).toBe(text);
});

it('is done in guides, beside the queries that can be run', () => {
  const query = '!{osquery{"label":"Crontab","query":"SELECT * FROM crontab"}}';
  const parts = parseGuide(`- ${block({ label: 'Alerts', providers })}\n- ${query}\n`);
  expect(parts).toMatchObject([
    { kind: 'markdown', text: expect.stringContaining('**Alerts**') },
    { kind: 'query', label: 'Crontab' },
  ]);
  expect(JSON.stringify(parts)).not.toContain('{{');
});
