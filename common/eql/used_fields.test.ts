import { expect, it } from 'vitest';
import { fromMapping } from './fields/from_mapping';
import { parseEql } from './parse_eql';
import { toUsedFields } from './used_fields';

it('names the fields of conditions and of the order of events, each once', () => {
  const query = parseEql('process where a.b == "x" and length(c) > 2 and not a.b : "y*"');
  expect(toUsedFields(query, { tiebreakerField: 'event.sequence' })).toEqual([
    'event.category',
    '@timestamp',
    'event.sequence',
    'a.b',
    'c',
  ]);
});

it('names keys and every term of a sequence', () => {
  const query = parseEql(
    'sequence by k [any where a == 1] by l [any where b == 1] by m until [any where c == 1] by n'
  );
  expect(toUsedFields(query).slice(2)).toEqual(['a', 'b', 'c', 'k', 'l', 'm', 'n']);
});

it('follows a mapping to where values stand', () => {
  const fields = fromMapping({
    properties: {
      kind: { type: 'keyword' },
      event: { properties: { category: { type: 'alias', path: 'kind' } } },
      path: { type: 'text', fields: { raw: { type: 'keyword' } } },
    },
  });
  const query = parseEql('file where path.raw == "x" and path == "x"');
  expect(toUsedFields(query, { fields })).toEqual(['kind', '@timestamp', 'path']);
});
