import { describe, expect, it } from 'vitest';
import { fillGuide } from './fill_guide';
import { parseGuide } from './parse_guide';
import { webServerRule } from '../rule/web_server_rule';

describe('the shipped guide', () => {
  it('is filled from the alert’s event: five queries, one with the user id', () => {
    const parts = fillGuide(parseGuide(webServerRule.text.en.guide), { user: { id: '33' } });
    const queries = parts.flatMap((part) => (part.kind === 'query' ? [part.filled] : []));
    expect(queries.map(({ kind }) => kind)).toEqual(Array(5).fill('ready'));
    expect(queries[3]).toEqual({
      kind: 'ready',
      sql: 'SELECT name, cmdline, parent, path, uid FROM processes WHERE uid = 33',
      substitutions: [{ field: 'process.user.id', usedField: 'user.id', values: ['33'] }],
    });
  });
});

describe('a guide', () => {
  it('keeps prose, broken blocks, labels and mappings as they are', () => {
    const guide =
      'Look\n\n!{osquery{"label":"A","query":"SELECT {{x}}","ecs_mapping":{"a":{"field":"b"}}}}\n\n!{osquery{}}';
    const parsed = parseGuide(guide);
    const filled = fillGuide(parsed, {});
    expect(filled.map((part) => part.kind)).toEqual(['markdown', 'query', 'broken_query']);
    expect(filled[0]).toEqual(parsed[0]);
    expect(filled[1]).toEqual({
      ...parsed[1],
      filled: {
        kind: 'unfillable',
        problem: { code: 'field_missing', fields: ['x'] },
        sql: 'SELECT {{x}}',
        substitutions: [],
      },
    });
    expect(filled[2]).toEqual(parsed[2]);
  });
});
