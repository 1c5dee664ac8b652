import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkEql } from '../../eql/check_eql';
import { fromMapping } from '../../eql/fields/from_mapping';
import { parseEql } from '../../eql/parse_eql';
import { searchEvents } from '../../eql/search_events';
import { MOST_ROOTS_PER_QUERY, toDescendantsQuery } from './to_descendants_query';

const toEvent = (id: string, process: Record<string, unknown>) => ({
  index: 'i',
  id,
  source: {
    '@timestamp': '2026-11-24T00:00:00.000Z',
    event: { category: ['process'], type: ['start'], action: 'exec' },
    host: { os: { type: 'linux' } },
    process,
  },
});

test('finds children, grandchildren and what only a leader leads to, and nothing else', () => {
  const events = [
    toEvent('self', { entity_id: 'a' }),
    toEvent('child', { entity_id: 'b', parent: { entity_id: 'a' } }),
    toEvent('grandchild', { entity_id: 'c', Ext: { ancestry: ['b', 'a'] } }),
    toEvent('background', { entity_id: 'd', group_leader: { entity_id: 'a' } }),
    toEvent('session', { entity_id: 'e', session_leader: { entity_id: 'a' } }),
    toEvent('other', { entity_id: 'f', parent: { entity_id: 'x' } }),
  ];
  const found = searchEvents(parseEql(toDescendantsQuery(['a'])), events).map(({ id }) => id);
  expect(found).toEqual(['self', 'child', 'grandchild', 'background', 'session']);
});

test('takes an id for a text, whatever it holds', () => {
  const id = '") or true or process.entity_id in ("\\';
  const query = parseEql(toDescendantsQuery([id]));
  expect(searchEvents(query, [toEvent('x', { entity_id: 'x' })])).toEqual([]);
  expect(searchEvents(query, [toEvent('x', { entity_id: id })])).toHaveLength(1);
});

test('asks for no more roots at once than a query may have', () => {
  const ids = Array.from({ length: MOST_ROOTS_PER_QUERY + 9 }, (_, at) => `id-${at}`);
  expect(toDescendantsQuery(ids).split('id-0"')).toHaveLength(6);
  expect(toDescendantsQuery(ids)).not.toContain(`"id-${MOST_ROOTS_PER_QUERY}"`);
});

const mapping = new URL('../../../../shared/elastic_defend/process.mapping.json', import.meta.url);
test.skipIf(!existsSync(mapping))(
  'names only fields that Elastic Defend maps, or optional ones',
  () => {
    const fields = fromMapping(JSON.parse(readFileSync(mapping, 'utf8')));
    expect(checkEql(parseEql(toDescendantsQuery(['a'])), fields)).toEqual([]);
  }
);
