import { readFileSync } from 'node:fs';
import type { EqlFields } from '../../common/eql/fields/eql_fields';
import { fromMapping } from '../../common/eql/fields/from_mapping';
import { parseEql } from '../../common/eql/parse_eql';
import { searchEvents } from '../../common/eql/search_events';
import type { SampleOptions } from '../../common/eql/search/create_sample_search';
import { searchSamples } from '../../common/eql/search_samples';
import { searchSequences } from '../../common/eql/search_sequences';
import type { EventSource } from '../../common/event/source_event';

/** Marks the place of a missing event in a list of ids. */
const MISSING = -1;

/** Runs a query of any kind and lists the ids of all its results one after the other, as the suites expect them. */
export const runToIds = (
  text: string,
  events: readonly EventSource[],
  idField: string,
  options: SampleOptions
): unknown[] => {
  const query = parseEql(text);
  const items = events.map((source) => ({ source, id: source[idField] }));
  switch (query.statement.kind) {
    case 'sequence':
      return searchSequences(query, items, options).flatMap((found) =>
        found.items.map((item) => item?.id ?? MISSING)
      );
    case 'sample':
      return searchSamples(query, items, options).flatMap((found) =>
        found.items.map(({ id }) => id)
      );
    default:
      return searchEvents(query, items, options).map(({ id }) => id);
  }
};

/** One JSON value per line. */
export const readJsonLines = <Line>(file: string): Line[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line));

/** A mapping as Elasticsearch's tests keep it: JSON with lines of comment. */
export const readMapping = (file: string): EqlFields =>
  fromMapping(JSON.parse(readFileSync(file, 'utf8').replace(/^#.*$/gm, '')));
