import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { SERVER_CHILDREN_QUERY, toDescendantsQuery, toProcessStart } from '../../common/detection';
import { collectFields } from '../../common/eql/collect_fields';
import { toEventFilters } from '../../common/eql/event_filters';
import { fromMapping } from '../../common/eql/fields/from_mapping';
import { parseEql } from '../../common/eql/parse_eql';
import { RULES } from '../../common/rule/rules';
import { toServerChildrenQuery, toStartsQuery } from '../../common/story/story_queries';

/** What shipped queries need of an index: Elasticsearch refuses a query that names a field no index has. */
const NEEDED = [
  'event.action',
  'event.type',
  'host.os.type',
  'process.args',
  'process.entity_id',
  'process.name',
  'process.parent.args',
  'process.parent.entity_id',
  'process.parent.executable',
  'process.parent.name',
];
/** What they use where it is there: written with a question mark. */
const OPTIONAL = [
  'process.Ext.ancestry',
  'process.group_leader.entity_id',
  'process.parent.user.name',
  'process.session_leader.entity_id',
  'user.name',
];

const root = toProcessStart({
  index: 'i',
  id: 'a',
  source: {
    '@timestamp': '2026-11-24T00:00:00.000Z',
    process: {
      entity_id: 'a',
      parent: { entity_id: 'worker', executable: '/usr/sbin/nginx' },
      Ext: { ancestry: ['worker', 'master'] },
    },
  },
});
if (root === undefined) throw new Error('no start');

const fields = [
  ...RULES.map(({ query }) => query),
  SERVER_CHILDREN_QUERY,
  toDescendantsQuery(['a']),
  toStartsQuery(['a']),
  toServerChildrenQuery(root),
].flatMap((query) =>
  toEventFilters(parseEql(query)).flatMap(({ condition }) => collectFields(condition))
);
const toNames = (isOptional: boolean): string[] =>
  [
    ...new Set(fields.filter(({ optional }) => optional === isOptional).map(({ name }) => name)),
  ].sort();

test('shipped queries need these fields and no others', () => {
  expect(toNames(false)).toEqual(NEEDED);
  expect(toNames(true)).toEqual(OPTIONAL);
});

const mapping = new URL('../../../shared/elastic_defend/process.mapping.json', import.meta.url);
if (!existsSync(mapping)) {
  console.warn(
    'SKIPPED: Elastic Defend’s mapping is not here, so needed fields are not held to it.'
  );
}
test.skipIf(!existsSync(mapping))('Elastic Defend maps every field that they need', () => {
  const { byName } = fromMapping(JSON.parse(readFileSync(mapping, 'utf8')));
  expect(NEEDED.filter((name) => !byName.has(name))).toEqual([]);
});
