import { describe, expect, test } from 'vitest';
import { LOCALES } from '../i18n/locale';
import { webServerRule } from '../rule/web_server_rule';
import { fillGuide } from './fill_guide';
import { toGuideSteps, type GuideSteps } from './guide_steps';
import { parseGuide } from './parse_guide';

const toSteps = (markdown: string): GuideSteps => toGuideSteps(fillGuide(parseGuide(markdown), {}));
const BLOCK = '!{osquery{"label":"Ports","query":"SELECT port FROM listening_ports"}}';

describe('a guide as steps', () => {
  test('takes each item of a list as a step, with its depth and its further lines', () => {
    const { investigation } = toSteps('- First\n  goes on\n- Second:\n  - Below\n1. Numbered');
    expect(investigation.map(({ id, text, depth }) => [id, text, depth])).toEqual([
      ['investigation-1', 'First\ngoes on', 0],
      ['investigation-2', 'Second:', 0],
      ['investigation-3', 'Below', 1],
      ['investigation-4', 'Numbered', 0],
    ]);
  });

  test('puts a query to the item above it and the paragraph below it to the query', () => {
    const { investigation, prose } = toSteps(
      `# Triage\n\n- Look at ports\n\n${BLOCK}\n\nEach has an owner.\n\n- Next`
    );
    expect(investigation.map(({ text }) => text)).toEqual(['Look at ports', 'Next']);
    expect(investigation[0]?.queries).toMatchObject([
      { part: { kind: 'query', label: 'Ports' }, reading: 'Each has an owner.' },
    ]);
    expect(prose).toBe('# Triage');
  });

  test('keeps a query that no item stands above, and a block that is no query', () => {
    const { investigation } = toSteps(`Text\n\n${BLOCK}\n\n!{osquery{"label":"x", query}}`);
    expect(investigation).toHaveLength(1);
    expect(investigation[0]?.queries.map(({ part }) => part.kind)).toEqual([
      'query',
      'broken_query',
    ]);
  });

  test('a paragraph ends an item, an indented one belongs to it, and code has no items', () => {
    const { investigation, prose } = toSteps(
      '- Item\n\n  more of it\n\nProse\n\n```\n- no item\n# no heading\n```'
    );
    expect(investigation.map(({ text }) => text)).toEqual(['Item\n\nmore of it']);
    expect(prose).toBe('Prose\n\n```\n- no item\n# no heading\n```');
  });

  test('keeps apart what is done in response', () => {
    const { investigation, response } = toSteps(
      '## Triage\n- Look\n## Response and remediation\n- Isolate'
    );
    expect(investigation.map(({ id }) => id)).toEqual(['investigation-1']);
    expect(response).toMatchObject([{ id: 'response-1', text: 'Isolate' }]);
  });

  test('reads an empty guide', () => {
    expect(toSteps('')).toEqual({ investigation: [], response: [], prose: '' });
  });
});

describe.each(LOCALES)('the customer’s guide in %s', (locale) => {
  const steps = toSteps(webServerRule.text[locale].guide);

  test('has fifteen steps to investigate and twelve to respond, its five queries explained', () => {
    expect(steps.investigation).toHaveLength(15);
    expect(steps.response).toHaveLength(12);
    const queries = steps.investigation.flatMap((step) => step.queries);
    expect(queries).toHaveLength(5);
    for (const { reading } of queries) expect(reading).not.toBe('');
  });
});
