import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { mergeFields } from '../../common/eql/fields/merge_fields';
import type { EqlFields } from '../../common/eql/fields/eql_fields';
import type { EventSource } from '../../common/event/source_event';
import { readJsonLines, readMapping, runToIds } from './suite';

interface SuiteQuery {
  readonly suite: string;
  readonly name: string;
  readonly datasets: readonly string[];
  readonly query: string;
  /** A list of lists holds alternatives. */
  readonly expected_event_ids: readonly number[] | readonly (readonly number[])[];
  readonly size?: number;
  readonly max_samples_per_key?: number;
}

const shared = (path: string): string =>
  fileURLToPath(new URL(`../../../shared/eql/${path}`, import.meta.url));

/** Elasticsearch answers these from the shards that did not fail; without shards nothing fails. */
const NEEDS_FAILING_SHARDS = ['sequenceQueryMissingShards', 'sequenceQueryMissingShardsTrue'];

const idFieldOf = (dataset: string): string => {
  if (dataset.startsWith('endgame')) return 'serial_event_id';
  return dataset.startsWith('sample') ? 'id' : 'sequence';
};

/** Its events have no `@timestamp`, which the queries name, but `@timestamp_nanos`. */
const NANOS = 'endgame-140-nanos';

const readFields = (dataset: string): EqlFields[] => {
  if (dataset === 'endgame-shard-failures') return [];
  const name = dataset === NANOS ? 'endgame-140' : dataset;
  return [readMapping(shared(`data/${name}.mapping`))];
};

describe('the queries of Elasticsearch’s suite find the expected events', () => {
  if (!existsSync(shared('suite_queries.jsonl'))) {
    console.warn('SKIPPED: ../shared/eql/suite_queries.jsonl is not there');
    test.skip('skipped because ../shared/eql/suite_queries.jsonl is not there', () => {});
    return;
  }
  const queries = readJsonLines<SuiteQuery>(shared('suite_queries.jsonl'));

  test.each(queries.filter(({ name }) => !NEEDS_FAILING_SHARDS.includes(name)))(
    '$suite $name',
    ({ datasets, query, expected_event_ids, size, max_samples_per_key }) => {
      const events = datasets.flatMap((name) =>
        readJsonLines<EventSource>(shared(`data/${name}.ndjson`))
      );
      const idField = idFieldOf(datasets[0] ?? '');
      const ids = runToIds(query, events, idField, {
        fields: mergeFields(datasets.flatMap(readFields)),
        ...(idField === 'serial_event_id' ? { tiebreakerField: idField } : {}),
        ...(datasets.includes(NANOS) ? { timestampField: '@timestamp_nanos' } : {}),
        ...(size === undefined ? {} : { size }),
        ...(max_samples_per_key === undefined ? {} : { maxSamplesPerKey: max_samples_per_key }),
      });
      const alternatives = Array.isArray(expected_event_ids[0])
        ? expected_event_ids
        : [expected_event_ids];
      expect(alternatives).toContainEqual(ids);
    }
  );
});
