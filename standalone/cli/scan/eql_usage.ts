import {
  createChoice,
  createCountOption,
  createListOption,
  createSwitch,
  createTextOption,
  type Usage,
} from '../../../engines/command_line';

const DEFAULT_ID_FIELD = 'event.id';

/** How `eql` is used. */
export const EQL_USAGE = {
  about: `Searches files of events (NDJSON) with EQL.

  npm run --silent eql -- --query 'process where process.name : "sh*"' --events FILE.ndjson`,
  options: {
    query: createTextOption('TEXT', 'the query'),
    queries: createTextOption(
      'FILE',
      'many queries, one JSON object per line: {"name", "query"} and, if need be, "size" and "max_samples_per_key". ' +
        'Prints {"name", "ids"} or {"name", "error"} for each; the ids of a sequence or a sample are a list of ' +
        'their own, with -1 in the place of a missing event'
    ),
    events: createListOption(
      'FILE',
      'NDJSON, also .gz, or a directory of such files; - for standard input. May be repeated'
    ),
    mapping: createListOption(
      'FILE',
      'the Elasticsearch mapping of the events (JSON). May be repeated for several indices'
    ),
    'timestamp-field': createTextOption(
      'FIELD',
      "@timestamp is the default; of events without it, a query's @timestamp is this field then"
    ),
    tiebreaker: createTextOption('FIELD', 'orders events of the same time, e.g. event.sequence'),
    'category-field': createTextOption('FIELD', 'event.category is the default'),
    'id-field': createTextOption(
      'FIELD',
      `${DEFAULT_ID_FIELD} is the default; events without it are called FILE:LINE`,
      DEFAULT_ID_FIELD
    ),
    size: createCountOption(
      0,
      'at most N matches, the last ones unless the query says head; all are the default'
    ),
    format: createChoice(
      ['ndjson', 'ids'],
      'ndjson is the default: events as they stand in the file, sequences with their events',
      'ndjson'
    ),
    'in-order': createSwitch(
      'events are in order of time: then a sequence needs memory only for what is unfinished'
    ),
    threads: createCountOption(1, 'threads that read; by default one for each 512 MiB'),
  },
  rest: 'FILE…',
  notes:
    'A line that is no JSON object is reported on standard error with its number, and the search goes on.',
  exits: {
    0: 'searched, also if nothing was found, lines were wrong or single ones of --queries failed',
    1: 'the query has a mistake',
    3: 'a file can not be read, or nothing in it',
  },
} satisfies Usage;
